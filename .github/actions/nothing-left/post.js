const { listEngine } = require('./list-engine.js');

const before = new Set(JSON.parse(process.env.STATE_before));
const left = listEngine().filter((object) => !before.has(object));
for (const object of left) console.log(`::error title=Left on the engine::${object}`);
if (left.length > 0) process.exitCode = 1;
else console.log('nothing left');
