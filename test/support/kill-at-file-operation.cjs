/**
 * For `node --require`: ends the process by SIGKILL right before its Nth operation on files below given folders, as the kernel
 * may at any moment. Counts the operations that change something: of node:fs, of its promises, and of open files. Such a
 * process may be anything that runs on Node: an agent, a step, a command.
 *
 *   KILL_BELOW   the folders, with colons between them
 *   KILL_AT      N, from 1 on; without it nothing is killed
 *   KILL_COUNT   a file that the number of operations is written to when the process ends by itself
 */
const fs = require('node:fs');
const { syncBuiltinESMExports } = require('node:module');
const { resolve } = require('node:path');

const { KILL_BELOW = '', KILL_AT, KILL_COUNT } = process.env;
const folders = KILL_BELOW.split(':').filter((folder) => folder !== '');

/** Those whose first argument, or second too, is a path or a descriptor. */
const CHANGES = [
  ...[
    'appendFile',
    'chmod',
    'chown',
    'copyFile',
    'fchmod',
    'fchown',
    'fdatasync',
    'fsync',
    'ftruncate',
    'futimes',
  ],
  ...[
    'lchown',
    'link',
    'lutimes',
    'mkdir',
    'mkdtemp',
    'open',
    'rename',
    'rm',
    'rmdir',
    'symlink',
    'truncate',
  ],
  ...['unlink', 'utimes', 'write', 'writeFile', 'writev'],
];

/** Of an open file, where they change it. */
const FILE_CHANGES = [
  ...[
    'appendFile',
    'chmod',
    'chown',
    'datasync',
    'sync',
    'truncate',
    'utimes',
    'write',
    'writeFile',
    'writev',
  ],
];

const { readlinkSync, writeFileSync } = fs;

/** Where a path or a descriptor really leads, links of /proc/self/fd followed. */
function placeOf(target) {
  if (typeof target === 'number') return placeOf(`/proc/self/fd/${target}`);
  if (typeof target !== 'string' && !Buffer.isBuffer(target)) return '';
  const path = resolve(String(target));
  const [, link, rest] = /^(\/proc\/self\/fd\/\d+)(.*)$/.exec(path) ?? [];
  if (link === undefined) return path;
  try {
    return readlinkSync(link) + rest;
  } catch {
    return '';
  }
}

const isBelow = (target) => {
  const place = placeOf(target);
  return folders.some((folder) => place === folder || place.startsWith(`${folder}/`));
};

let count = 0;
let written = '';

/** A file that is written in many pieces is as torn by one of them as by another: these count as one. */
function strike(name, target) {
  const place = placeOf(target);
  const isMoreOfIt = name === 'write' && place === written;
  written = name === 'write' ? place : '';
  if (isMoreOfIt) return;
  count += 1;
  if (count === Number(KILL_AT)) {
    process.kill(process.pid, 'SIGKILL');
    // The signal comes at once; nothing may happen until it does.
    for (;;);
  }
}

const READS = new Set(['r', 'rs', undefined, fs.constants.O_RDONLY]);

function counts(name, args) {
  if (name === 'open' && isReading(args[1])) return false;
  return isBelow(args[0]) || (typeof args[1] === 'string' && isBelow(args[1]));
}

const isReading = (flags) =>
  READS.has(flags) ||
  (typeof flags === 'number' && (flags & (fs.constants.O_CREAT | fs.constants.O_TRUNC)) === 0);

function wrap(object, name, after = (result) => result) {
  const original = object[name];
  if (typeof original !== 'function') return;
  object[name] = Object.assign(function (...args) {
    const call = name.replace(/Sync$/, '');
    if (counts(call, args)) strike(call, args[0]);
    return after(original.apply(this, args));
  }, original);
}

/** The class of open files is known by the first of them. */
let isHandleWrapped = false;

function wrapHandle(handle) {
  if (isHandleWrapped) return handle;
  isHandleWrapped = true;
  const prototype = Object.getPrototypeOf(handle);
  for (const name of FILE_CHANGES) {
    const original = prototype[name];
    prototype[name] = function (...args) {
      if (isBelow(this.fd)) strike(name, this.fd);
      return original.apply(this, args);
    };
  }
  return handle;
}

if (folders.length > 0) {
  for (const name of CHANGES) {
    wrap(fs, `${name}Sync`);
    wrap(fs, name);
    if (name === 'open') wrap(fs.promises, name, (opened) => opened.then(wrapHandle));
    else wrap(fs.promises, name);
  }
  syncBuiltinESMExports();
  if (KILL_COUNT !== undefined) process.on('exit', () => writeFileSync(KILL_COUNT, String(count)));
}
