// Loaded into each Azurite server (node --require) before it starts. The server lives as long as somebody holds it: a holder keeps
// one TCP connection to the door open. The last one to go, by leaving or by dying, lets the server save and exit; so several hosts
// can share it, whichever was first, and a host killed with -9 loses nothing.
'use strict';
const fs = require('node:fs');
const net = require('node:net');

const statusPath = process.env.HELD_STATUS;
const log = fs.openSync(process.env.HELD_LOG, 'a');
const holders = new Set();
let closing = false;

// Whoever started us may be gone before us: a pipe to it must not be written to.
process.stdout.write = process.stderr.write = chunk => { fs.writeSync(log, chunk); return true; };

// Ctrl+C, a closed terminal and a stopped service reach all processes of a group. They are meant for the host, which still needs us
// while it drains.
// Azurite's table server saves on SIGINT alone, so that one's listener is what closes, whatever the reason.
let close = () => process.exit(0);
const once = process.once;
process.once = (event, listener) => {
  if (event === 'SIGINT')
    close = listener;
  else if (event !== 'SIGTERM')
    once.call(process, event, listener);
  return process;
};
process.on('SIGINT', () => {}).on('SIGHUP', () => {}).on('SIGTERM', () => holders.size || shutDown());
process.on('exit', () => fs.rmSync(statusPath, { force: true }));

function shutDown() {
  if (closing)
    return;
  closing = true;
  setTimeout(() => process.exit(1), 30_000).unref();
  close();
}

function release(socket) {
  if (!holders.delete(socket))
    return;
  if (holders.size === 0)
    shutDown();
  else
    socket.destroy();
}

// Half open, so that the last holder sees the end of its connection only with the end of the process, when all is saved.
const door = net.createServer({ allowHalfOpen: true }, socket => {
  socket.unref();
  socket.on('end', () => release(socket)).on('close', () => release(socket)).on('error', () => release(socket));
  socket.write(`${closing ? 'closing' : 'held'} ${statusPath}\n`);
  if (!closing)
    holders.add(socket);
  socket.resume();
});

const listen = net.Server.prototype.listen;
net.Server.prototype.listen = function (...args) {
  if (this !== door)
    this.once('listening', () => announce(this.address().port));
  return listen.apply(this, args);
};

function announce(port) {
  fs.writeFileSync(`${statusPath}.new`, JSON.stringify({ port, door: door.address().port }));
  fs.renameSync(`${statusPath}.new`, statusPath);
  setTimeout(() => holders.size || shutDown(), 30_000).unref();
}

door.listen(0, '127.0.0.1').unref();
