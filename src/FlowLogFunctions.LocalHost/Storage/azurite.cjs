// Runs Azurite for as long as the local host holds the other end of standard input: when that closes, however the host ended,
// Azurite stops in order. Ctrl-C reaches every process of a terminal; functions still need their storage then, so it is the host's alone.
const emit = process.emit;
process.emit = function (event, ...rest) {
  return event === "SIGINT" || emit.call(this, event, ...rest);
};
process.stdin.on("end", () => process.kill(process.pid, "SIGTERM")).resume();
require(process.argv.splice(2, 1)[0]);
