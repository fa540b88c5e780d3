// Prints each result of graphql-http's audit suite; anything but "ok", a mere warning too, fails.
import { auditServer } from "graphql-http";

const AUDITS = 61;

const results = await auditServer({ url: process.argv[2] });
for (const { status, id, name, reason } of results) {
  console.log(`${status.padEnd(6)} ${id} ${name}${reason ? `: ${reason}` : ""}`);
}
const failed = results.filter(({ status }) => status !== "ok").length;
console.log(`${results.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 || results.length !== AUDITS ? 1 : 0;
