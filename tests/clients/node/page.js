// The page in Debian's Chromium against a running emulator: page.js BASE [SCREENSHOT.png]
const assert = require('node:assert');
const { chromium } = require('playwright-core');
const soap = require('soap');

const base = process.argv[2];
const origin = new URL(base).origin;
const tenant = new URL(base).pathname.slice(1);
const uri = 'http://www.superoffice.net/ws/crm/NetServer/Services86';
// Without these it looks for Google's hosts at every start.
const quiet = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync'];

async function logIn() {
  const principal = await soap.createClientAsync(`${base}/Remote/Services86/SoPrincipal.svc?wsdl`);
  const [login] = await principal.AuthenticateUsernamePasswordAsync(
    { UserName: 'ADM0', Password: 'adm0' });
  return login.Credentials.Ticket;
}

async function setName(ticket, UserName) {
  const user = await soap.createClientAsync(`${base}/Remote/Services86/User.svc?wsdl`);
  user.addSoapHeader({ Credentials: { Ticket: ticket } }, '', 'h', uri);
  const [, , header] = await user.SetExternalUserInfoAsync({ AssociateId: 101, UserName,
    ExternalUserInfoModification: 'UserName' });
  return header;
}

async function seeTraffic(page) {
  const ticket = await logIn();
  await setName(ticket, 'page@fjord.example');
  const line = page.locator('#traffic tbody tr', { hasText: 'SetExternalUserInfo' });
  await line.waitFor();
  assert.match(await line.textContent(), /ADM0.*200 ok/);
  await page.locator('#users tbody tr', { hasText: 'page@fjord.example' }).waitFor();
  await line.getByRole('button').click();
  await page.locator('#detail').waitFor();
  await page.locator('#detail summary', { hasText: 'Request' }).click();
  const request = await page.locator('#request').textContent();
  assert.match(request, /page@fjord.example/);
  assert.ok(!request.includes(ticket), 'the ticket is blanked');
  assert.ok((await page.locator('#explain').textContent()).length > 20);
  return ticket;
}

// What a message brings is text, wherever it shows.
async function seeNoHtml(page, ticket) {
  const name = '<img src=x onerror=alert(1)>';
  await setName(ticket, name);
  await page.locator('#users tbody tr', { hasText: name }).waitFor();
  assert.equal(await page.locator('main img').count(), 0);
}

async function seeStates(page, ticket) {
  const users = page.locator('#users');
  const says = (text) => page.locator('#status', { hasText: text }).waitFor();
  await page.getByRole('button', { name: 'Take snapshot' }).click();
  await says('snapshot taken');
  await setName(ticket, 'later@fjord.example');
  await users.getByText('later@fjord.example').waitFor();
  await page.getByRole('button', { name: 'Restore' }).click();
  await says('restored');
  await users.getByText('later@fjord.example').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Expire tickets' }).click();
  await says('all tickets have expired');
  const refused = await setName(ticket, 'never@fjord.example');
  assert.equal(String(refused.Succeeded), 'false');
  await page.locator('#traffic tbody tr', { hasText: 'SoSessionException' }).waitFor();
}

// One that was made anew counts from 1 again, and its traffic goes on.
async function seeRemade(page) {
  const removed = await fetch(`${origin}/__admin/tenants/${tenant}`, { method: 'DELETE' });
  assert.equal(removed.status, 200);
  await logIn();
  const first = page.locator('#traffic tbody tr', { hasText: 'AuthenticateUsernamePassword' });
  await page.locator('#traffic tbody tr td:first-child').first().getByText('1', { exact: true })
    .waitFor();
  assert.equal(await first.count(), 1);
}

async function meetFault(page) {
  await page.locator('#fault-operation').selectOption('SetExternalUserInfo');
  await page.locator('#fault-error').selectOption('user-name-taken');
  await page.getByRole('button', { name: 'Add fault' }).click();
  const fault = page.locator('#faults tbody tr', { hasText: 'SetExternalUserInfo' });
  await fault.waitFor();
  assert.match(await fault.textContent(), /0 of 1/);
  const header = await setName(await logIn(), 'free@fjord.example');
  assert.equal(header.ExceptionInfo.Message, 'There is already a user with the same name.');
  await fault.getByText('1 of 1').waitFor();
  await fault.getByRole('button', { name: 'Remove' }).click();
  await fault.waitFor({ state: 'detached' });
}

async function reset(page) {
  await page.getByRole('button', { name: 'Reset' }).click();
  await page.locator('#users').getByText('ext1@fjord.example').first().waitFor();
  await page.locator('#no-traffic').waitFor();
}

async function main() {
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: quiet });
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.setDefaultTimeout(10000);
  const complaints = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(origin) && !request.url().startsWith('data:')) {
      complaints.push(`asks ${request.url()}`);
    }
  });
  try {
    await logIn(); // So that the installation is there.
    await page.goto(origin + '/');
    await page.locator('#tenant').selectOption(tenant);
    const ticket = await seeTraffic(page);
    await seeNoHtml(page, ticket);
    await seeStates(page, ticket);
    await seeRemade(page);
    await meetFault(page);
    if (process.argv[3]) await page.screenshot({ path: process.argv[3], fullPage: true });
    await reset(page);
    assert.deepEqual(complaints, []);
  } finally {
    await browser.close();
  }
  console.log('page: fine');
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
