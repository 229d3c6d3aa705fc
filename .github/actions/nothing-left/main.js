const { appendFileSync } = require('node:fs');
const { listEngine } = require('./list-engine.js');

appendFileSync(process.env.GITHUB_STATE, `before=${JSON.stringify(listEngine())}\n`);
