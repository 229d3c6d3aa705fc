'use strict';
var version = process.versions.node.split('.');
var major = Number(version[0]);
var minor = Number(version[1]);
if (major > 22 || (major === 22 && minor >= 3) || (major === 20 && minor >= 16)) {
  require('./agent.js');
} else {
  console.error('topo-gc: needs Node 20.16, 22.3 or newer, this is v' + process.versions.node);
  process.exitCode = 2;
}
