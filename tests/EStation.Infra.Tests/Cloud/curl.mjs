// Stands in for curl: the site as it is after what az.mjs was told. An app with a secret that was not read does not start.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const given = process.argv.slice(2);
const state = JSON.parse(readFileSync(join(process.env.CLOUD_STATE, 'state.json'), 'utf8'));
const path = new URL(given.find((one) => one.startsWith('https://'))).pathname;
const runs = state.package && Object.values(state.references).every((one) => one.status === 'Resolved');
const answers = {
  '/api/health': [200, JSON.stringify({ status: 'ok', version: `1.0.0+${state.package}` })],
  '/': [200, ''],
  '/api/contests': [200, ''],
  '/api/regions/22': [200, ''],
  '/api/me': [401, ''],
  '/api/nothing': [404, '{"code":"not-found"}'],
  '/api/sign-in/codes': [422, ''],
  '/local/messages': [404, ''],
};
const [status, body] = runs ? answers[path] : [503, ''];
writeFileSync(given[given.indexOf('-o') + 1], body);
process.stdout.write(String(status));
