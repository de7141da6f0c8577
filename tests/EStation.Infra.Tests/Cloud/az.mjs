// Stands in for the Azure CLI: answers what scripts/ ask as Azure's documentation says, keeps a state in a folder, refuses what Azure refuses,
// and knows no other command. CLOUD_STATE is the folder, CLOUD_NAME is AzureCloud or AzureChinaCloud, CLOUD_BICEP is the Bicep CLI.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const given = process.argv.slice(2);
const folder = process.env.CLOUD_STATE;
const china = process.env.CLOUD_NAME === 'AzureChinaCloud';
const file = join(folder, 'state.json');
const state = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { resources: {}, secrets: {}, references: {}, tries: 0 };
const words = given.slice(0, given.findIndex((one) => one.startsWith('--')) >>> 0);
const option = (name) => (given.includes(name) ? given[given.indexOf(name) + 1] : undefined);
const command = words.join(' ');
appendFileSync(join(folder, 'log'), `az ${command}${command === 'rest' ? ` ${option('--method')} ${option('--uri').replace(/^.*providers\//, '').replace(/\?.*/, '')}` : ''}\n`);

const save = () => writeFileSync(file, JSON.stringify(state, null, 1));
const refuse = (code, message) => {
  save();
  console.error(`(${code}) ${message}`);
  process.exit(1);
};
const say = (value) => console.log(typeof value === 'string' ? value : JSON.stringify(value));

// What the templates come to, by the compiler; ids with functions that only the cloud knows stay as they are written, the same each time.
const predict = () => {
  const parameters = option('--parameters');
  const infra = join(dirname(parameters), '..');
  const sources = readdirSync(infra, { recursive: true }).filter((name) => /\.bicep(param)?$/.test(name)).sort().map((name) => readFileSync(join(infra, name)));
  const known = join(folder, createHash('sha256').update(sources.join() + parameters + process.env.ESTATION_CERTIFICATE).digest('hex'));
  if (!existsSync(known)) {
    execFileSync(process.env.CLOUD_BICEP, ['snapshot', parameters, '--mode', 'Overwrite']);
    writeFileSync(known, readFileSync(parameters.replace(/\.bicepparam$/, '.snapshot.json')));
  }
  return JSON.parse(readFileSync(known, 'utf8'));
};
const ordered = (value) =>
  Array.isArray(value) ? value.map(ordered)
  : value && typeof value === 'object' ? Object.fromEntries(Object.keys(value).sort().map((key) => [key, ordered(value[key])]))
  : value;
const same = (one, other) => JSON.stringify(ordered(one)) === JSON.stringify(ordered(other));
const paths = (before, after, at = '') =>
  before && after && typeof before === 'object' && typeof after === 'object'
    ? [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) => paths(before[key], after[key], at ? `${at}.${key}` : key))
    : same(before, after) ? [] : [{ path: at, before, after }];
// Deployments are incremental: what a template no longer names stays.
const changes = (predicted) =>
  predicted.map((one) => {
    const before = state.resources[one.id];
    return { resourceId: one.id, changeType: !before ? 'Create' : same(before, one) ? 'NoChange' : 'Modify', delta: before ? paths(before, one) : [] };
  });

// Each refusal is one that was read of: docs/operations.md, "What was read before it was built?".
const check = (predicted) => {
  const of = (type) => predicted.filter((one) => one.type.toLowerCase() === type.toLowerCase());
  for (const rule of of('Microsoft.Insights/scheduledQueryRules')) {
    const query = rule.properties.criteria.allOf[0].query;
    if (!state.telemetry && !(rule.properties.skipQueryValidation && /union isfuzzy=true/.test(query)))
      refuse('BadRequest', `Failed to resolve table or column expression named 'App...' in ${rule.name}`);
  }
  for (const site of of('Microsoft.Web/sites')) {
    const most = site.properties.functionAppConfig?.scaleAndConcurrency?.maximumInstanceCount;
    if (most && most < 40) refuse('BadRequest', `maximumInstanceCount ${most} is less than 40`);
    if (china && site.properties.functionAppConfig) refuse('BadRequest', 'FlexConsumption is not available in this region');
  }
  for (const settings of of('Microsoft.Web/sites/config').filter((one) => one.name.endsWith('/appsettings')))
    for (const name of Object.keys(settings.properties))
      if (!/^[A-Za-z0-9_.]+$/.test(name)) refuse('BadRequest', `AppSetting with name(s) '${name}' is not allowed`);
  for (const role of of('Microsoft.Authorization/roleAssignments')) {
    if (!role.properties.principalType) refuse('PrincipalNotFound', `Principal of ${role.name} does not exist in the directory`);
    const before = state.resources[role.id];
    if (before && before.properties.principalId !== role.properties.principalId)
      refuse('RoleAssignmentUpdateNotPermitted', 'Tenant ID, application ID, principal ID, and scope are not allowed to be updated');
  }
  for (const type of ['Microsoft.Insights/webtests', 'Microsoft.Consumption/budgets'])
    if (china && of(type).length) refuse('NoRegisteredProviderFound', `${type} is not there in this cloud`);
  for (const certificate of of('Microsoft.Cdn/profiles/secrets')) {
    const name = /'([\w-]+)'\)\]$/.exec(certificate.properties.parameters.secretSource.id)[1];
    if (!state.secrets[name]) refuse('BadRequest', `The certificate ${name} is not in the vault`);
  }
};

const resolve = () => {
  for (const [name, secret] of Object.entries(state.references))
    state.references[name] = { ...secret, status: state.secrets[secret.secret] ? 'Resolved' : 'SecretNotFound' };
};

const deploy = () => {
  const predicted = predict();
  state.tries++;
  check(predicted.predictedResources);
  if (process.env.CLOUD_FAILS_FIRST && state.tries === 1) refuse('DeploymentFailed', 'At least one resource deployment operation failed: a role has not spread yet');
  const changed = changes(predicted.predictedResources).filter((one) => one.changeType !== 'NoChange');
  for (const one of predicted.predictedResources) state.resources[one.id] = one;
  const settings = predicted.predictedResources.find((one) => one.name.endsWith('/appsettings'));
  // References are read when the settings change, and otherwise once a day.
  if (changed.some((one) => one.resourceId === settings.id)) {
    state.references = Object.fromEntries(
      Object.entries(settings.properties)
        .map(([name, value]) => [name, /@Microsoft\.KeyVault\(SecretUri=.*secrets\/(?:\{1\}|([\w-]+))[^']*'(?:.*'([\w-]+)'\)\])?/.exec(value)])
        .filter(([, match]) => match)
        .map(([name, match]) => [name, { secret: match[1] ?? match[2] }]),
    );
    resolve();
  }
  const group = predicted.predictedResources.find((one) => one.type === 'Microsoft.Resources/resourceGroups').name;
  const name = group.replace(/^rg-/, '');
  const door = predicted.predictedResources.some((one) => one.type === 'Microsoft.Cdn/profiles');
  const outputs = {
    azurE_RESOURCE_GROUP: group,
    azurE_FUNCTION_APP: name,
    azurE_KEY_VAULT: `kv-${name}`,
    sitE_URL: door ? `https://${predicted.predictedResources.find((one) => one.type === 'Microsoft.Cdn/profiles/customDomains').properties.hostName}` : `https://${name}.example`,
    fronT_DOOR_HOST: door ? `${name}.azurefd.example` : '',
  };
  state.changed = changed.length;
  say(Object.fromEntries(Object.entries(outputs).map(([key, value]) => [key, { type: 'String', value }])));
};

const rest = () => {
  const [method, uri] = [option('--method'), option('--uri')];
  if (!uri.startsWith('/')) refuse('BadRequest', 'an address of one cloud');
  const secret = /vaults\/[\w-]+\/secrets\/([\w-]+)\?/.exec(uri)?.[1];
  if (method === 'get' && /functionAppStacks/.test(uri))
    return say({ value: [{ properties: { majorVersions: [{ minorVersions: [{ stackSettings: { linuxRuntimeSettings: { Sku: [
      { skuCode: 'FC1', instanceMemoryMB: [{ size: '512' }, { size: '2048' }, { size: '4096' }],
        maximumInstanceCount: { lowestMaximumInstanceCount: 40, highestMaximumInstanceCount: 1000, defaultValue: 100 },
        functionAppConfigProperties: { runtime: { name: 'dotnet-isolated', version: '10.0' } } },
    ] } } }] }] } }] });
  if (method === 'get' && secret) return say(state.secrets[secret] ? `https://vault/secrets/${secret}/v${state.secrets[secret]}` : refuse('NotFound', secret));
  if (method === 'get' && /\/secrets\?/.test(uri)) return say(String(state.secrets.master ? 1 : 0)); // --query counts them
  if (method === 'put' && secret) {
    const body = JSON.parse(readFileSync(option('--body').slice(1), 'utf8'));
    if (!body.properties?.value) refuse('BadParameter', 'no value');
    state.secrets[secret] = (state.secrets[secret] ?? 0) + 1;
    return;
  }
  if (method === 'post' && /configreferences\/appsettings\/refresh/.test(uri)) return resolve();
  if (method === 'get' && /configreferences\/appsettings/.test(uri))
    return say({ value: Object.entries(state.references).map(([name, one]) => ({ name, properties: { status: one.status, secretName: one.secret } })) });
  refuse('BadRequest', `${method} ${uri}`);
};

switch (command) {
  case 'provider show': {
    if (option('--query') === 'registrationState') {
      say(process.env.CLOUD_LACKS === option('--namespace') ? 'NotRegistered' : 'Registered');
      break;
    }
    const missing = process.env.CLOUD_LACKS ?? '';
    const offered = readFileSync(process.env.CLOUD_VERSIONS, 'utf8').split('\n').filter((line) => line.startsWith(`${option('--namespace')}/`) && (!missing || !line.includes(missing)));
    say(offered.map((line) => ({ type: line.slice(line.indexOf('/') + 1, line.indexOf('@')), versions: [line.slice(line.indexOf('@') + 1)] })));
    break;
  }
  case 'functionapp list-flexconsumption-locations':
    say(china ? '' : 'East Asia\nSoutheast Asia');
    break;
  case 'deployment sub what-if':
    say({ status: 'Succeeded', changes: changes(predict().predictedResources) });
    break;
  case 'deployment sub create':
    deploy();
    break;
  case 'rest':
    rest();
    break;
  case 'role definition list':
    say((state.roles ?? []).filter((role) => role.Name === option('--name')).map((role) => role.Name).join('\n'));
    break;
  case 'role definition create': {
    const role = JSON.parse(option('--role-definition'));
    state.roles ??= [];
    if (state.roles.some((one) => one.Name === role.Name)) refuse('RoleDefinitionWithSameNameExists', role.Name);
    if (!role.AssignableScopes?.length) refuse('RoleDefinitionScopeInvalid', role.Name);
    state.roles.push(role);
    break;
  }
  case 'role assignment create': {
    const builtIn = ['Contributor', 'Role Based Access Control Administrator'];
    if (![...builtIn, ...(state.roles ?? []).map((role) => role.Name)].includes(option('--role'))) refuse('RoleDefinitionDoesNotExist', option('--role'));
    if (!option('--assignee-principal-type')) refuse('PrincipalNotFound', option('--assignee-object-id'));
    if (option('--condition') && option('--condition-version') !== '2.0') refuse('BadRequest', 'a condition needs version 2.0');
    const key = [option('--assignee-object-id'), option('--role'), option('--scope')].join('|');
    state.assignments = { ...state.assignments, [key]: option('--condition') ?? '' }; // the same again is the same
    break;
  }
  case 'functionapp deployment source config-zip':
    state.package = readFileSync(option('--src'), 'utf8').trim();
    break;
  default:
    refuse('CommandNotFoundError', command);
}
save();
