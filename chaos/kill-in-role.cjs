/**
 * For `node --require`, in a step or a command of a job: has the one process of it that has this role end by SIGKILL right
 * before its Nth operation on files, see test/support/kill-at-file-operation.cjs. What it starts gets it too, also an agent, whose
 * environment is listed.
 *
 *   KILL_ROLE   main, post, cli, agent (one that serves), or drain (one that drains in place of another)
 */
const childProcess = require('node:child_process');
const fs = require('node:fs');
const { syncBuiltinESMExports } = require('node:module');
const { join } = require('node:path');

const PASSED = ['NODE_OPTIONS', 'KILL_ROLE', 'KILL_BELOW', 'KILL_AT', 'KILL_COUNT'];
const { env } = process;

function roleOf([, script = '', ...args]) {
  const [, name] = /\/dist\/(\w+)\/index\.js$/.exec(script) ?? [];
  return name === 'agent' && args.includes('--drain') ? 'drain' : name;
}

const { spawn } = childProcess;
childProcess.spawn = (command, args, options) => {
  const passed = Object.fromEntries(PASSED.flatMap((name) => (name in env ? [[name, env[name]]] : [])));
  return spawn(command, args, options?.env ? { ...options, env: { ...options.env, ...passed } } : options);
};

/** A folder goes file by file, so that each of them is an operation of its own. */
function removeEach(path) {
  for (const entry of fs.readdirSync(path, { withFileTypes: true })) {
    const each = join(path, entry.name);
    if (entry.isDirectory()) removeEach(each);
    else fs.unlinkSync(each);
  }
  fs.rmdirSync(path);
}

const { rmSync } = fs;
const { rm } = fs.promises;
const isFolder = (path) => fs.lstatSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
const isWhole = (path, options) => options?.recursive && isFolder(path);

if (roleOf(process.argv) === env.KILL_ROLE) {
  fs.rmSync = (path, options) => (isWhole(path, options) ? removeEach(path) : rmSync(path, options));
  fs.promises.rm = async (path, options) => (isWhole(path, options) ? removeEach(path) : rm(path, options));
  require('../test/support/kill-at-file-operation.cjs');
}
syncBuiltinESMExports();
