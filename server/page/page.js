'use strict';

// The page shows what the admin addresses say, and nothing else. Texts come from messages of
// anybody: they are set as text, never as HTML.

const shown = 200; // Rows of traffic.
const byId = (id) => document.getElementById(id);
const state = { tenant: 'default', token: sessionStorage.getItem('nsemu-token') || '',
  last: 0, stream: null };

function url(path, tenant = state.tenant) {
  return `__admin/tenants/${encodeURIComponent(tenant)}/${path}`;
}

function headers() {
  return state.token ? { Authorization: `Bearer ${state.token}` } : {};
}

function tell(text, isBad = false) {
  byId('status').textContent = text;
  byId('status').className = isBad ? 'bad' : 'good';
}

async function ask(address, method = 'GET', body = undefined) {
  const answer = await fetch(address, { method, headers: headers(),
    body: body === undefined ? undefined : JSON.stringify(body) });
  if (answer.status === 401) byId('token-form').hidden = false;
  const type = answer.headers.get('Content-Type') || '';
  const content = type.includes('json') ? await answer.json() : await answer.text();
  if (!answer.ok) throw new Error(content.detail || `${address} answers ${answer.status}`);
  return content;
}

function row(cells) {
  const line = document.createElement('tr');
  for (const cell of cells) {
    const field = document.createElement('td');
    if (cell instanceof Node) field.append(cell);
    else field.textContent = cell;
    line.append(field);
  }
  return line;
}

function button(text, action) {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = text;
  made.addEventListener('click', action);
  return made;
}

function coloured(text, isGood) {
  const span = document.createElement('span');
  span.textContent = text;
  span.className = isGood ? 'good' : 'bad';
  return span;
}

function fill(select, values, wanted = select.value) {
  select.replaceChildren(...values.map((value) => new Option(value.text ?? value,
    value.value ?? value)));
  if (values.some((value) => (value.value ?? value) === wanted)) select.value = wanted;
}

async function showTenants() {
  const { tenants } = await ask('__admin/tenants');
  const names = tenants.map((tenant) => tenant.name);
  if (!names.includes(state.tenant)) names.push(state.tenant);
  fill(byId('tenant'), names, state.tenant);
}

async function showUsers() {
  const { users } = await ask(url('users'));
  byId('users').tBodies[0].replaceChildren(...users.map((user) => row([String(user.id),
    user.userName, user.person, user.company, user.type, user.role,
    coloured(user.state, user.state === 'active'), (user.lastLogin || '').replace('T', ' ')])));
}

async function showClock() {
  const clock = await ask(url('clock'));
  byId('clock').textContent = clock.now.replace('T', ' ') + (clock.frozen ? ' (stands still)' : '');
}

async function showSnapshots() {
  const { snapshots } = await ask(url('snapshots'));
  fill(byId('snapshots'), snapshots.map((one) => one.name));
  byId('restore').disabled = snapshots.length === 0;
}

async function showFaults() {
  const { faults } = await ask(url('faults'));
  byId('faults').hidden = faults.length === 0;
  byId('faults').tBodies[0].replaceChildren(...faults.map((fault) => row([String(fault.id),
    fault.operation || 'every one', fault.kind,
    `${fault.consumed} of ${fault.times || 'any number'}`,
    button('Remove', () => act('fault removed', () => ask(url(`faults/${fault.id}`), 'DELETE')))])));
}

async function showDetail(id, line) {
  for (const other of byId('traffic').tBodies[0].rows) other.removeAttribute('aria-selected');
  line.setAttribute('aria-selected', 'true');
  const [entry, explanation] = await Promise.all([ask(url(`requests/${id}`)),
    ask(url(`requests/${id}/explain`))]);
  byId('detail-title').textContent = `${entry.id}: ${entry.operation || 'not understood'}`;
  byId('explain').replaceChildren(...explanation.text.split('\n').map((text) => {
    const line = document.createElement('p');
    line.textContent = text;
    return line;
  }));
  byId('request').textContent = entry.request.body;
  byId('answer').textContent = entry.response.body;
  byId('detail').hidden = false;
}

function showEntry(entry) {
  // A stream gives no entry twice: the installation was made anew, and counts from 1 again.
  if (entry.id <= state.last) forgetTraffic();
  state.last = entry.id;
  const line = row([String(entry.id), entry.time.replace('T', ' '), '', entry.associate || '-',
    coloured(`${entry.status} ${entry.outcome}`, entry.succeeded), entry.elapsedMs.toFixed(1)]);
  const open = button(entry.operation || 'not understood', () => {});
  line.cells[2].append(open);
  line.addEventListener('click', () => showDetail(entry.id, line).catch(complain));
  const body = byId('traffic').tBodies[0];
  body.prepend(line);
  while (body.rows.length > shown) body.lastChild.remove();
  byId('traffic').hidden = false;
  byId('no-traffic').hidden = true;
}

// Not EventSource: that cannot send the token.
async function listen() {
  if (state.stream) state.stream.abort();
  const stream = state.stream = new AbortController();
  // Another server, or an installation made anew, counts from 1 again.
  const { requests } = await ask(url('requests?limit=1'));
  if (requests.length > 0 && requests[0].id < state.last) forgetTraffic();
  const answer = await fetch(url(`events?since=${state.last}`),
    { headers: headers(), signal: stream.signal });
  if (!answer.ok) throw new Error(`events answer ${answer.status}`);
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    text += value;
    const events = text.split('\n\n');
    text = events.pop();
    for (const event of events) {
      const data = event.split('\n').find((line) => line.startsWith('data: '));
      if (data) showEntry(JSON.parse(data.slice(6)));
    }
    if (events.length > 0) await Promise.all([showUsers(), showFaults(), showClock()]);
  }
}

async function keepListening() {
  const tenant = state.tenant;
  while (state.tenant === tenant) {
    try {
      await listen();
    } catch (error) {
      if (error.name === 'AbortError') return;
      complain(error);
    }
    await new Promise((done) => setTimeout(done, 1000));
  }
}

function complain(error) {
  tell(error.message, true);
}

async function showAll() {
  await Promise.all([showTenants(), showUsers(), showClock(), showSnapshots(), showFaults()]);
}

async function act(done, action) {
  try {
    await action();
    await showAll();
    tell(done);
  } catch (error) {
    complain(error);
  }
}

function forgetTraffic() {
  state.last = 0;
  byId('traffic').tBodies[0].replaceChildren();
  byId('traffic').hidden = byId('detail').hidden = true;
  byId('no-traffic').hidden = false;
}

function choose(tenant) {
  state.tenant = tenant;
  const segment = tenant === 'default' ? '' : `${tenant}/`;
  byId('address').textContent = new URL(`${segment}Remote/Services86/User.svc`, location.href).href;
  forgetTraffic();
  act(tenant, async () => {});
  keepListening();
}

function showKind() {
  byId('fault-error').hidden = byId('fault-kind').value !== 'exception';
}

function fault() {
  const kind = byId('fault-kind').value;
  const made = { kind, times: Number(byId('fault-times').value) };
  if (byId('fault-operation').value) made.operation = byId('fault-operation').value;
  if (kind === 'exception') made.error = byId('fault-error').value;
  if (kind === 'delay') made.delayMs = 2000;
  return made;
}

function bind() {
  byId('tenant').addEventListener('change', () => choose(byId('tenant').value));
  byId('fault-kind').addEventListener('change', showKind);
  byId('reset').addEventListener('click', () => act('reset', async () => {
    await ask(url('reset'), 'POST');
    forgetTraffic();
    keepListening();
  }));
  byId('expire').addEventListener('click', () => act('all tickets have expired',
    () => ask(url('tickets/expire'), 'POST')));
  byId('snapshot').addEventListener('click', () => act('snapshot taken',
    () => ask(url(`snapshots/${encodeURIComponent(byId('snapshot-name').value)}`), 'PUT')));
  byId('restore').addEventListener('click', () => act('restored',
    () => ask(url(`snapshots/${encodeURIComponent(byId('snapshots').value)}/restore`), 'POST')));
  byId('fault-form').addEventListener('submit', (event) => {
    event.preventDefault();
    act('fault added', () => ask(url('faults'), 'POST', fault()));
  });
  byId('token-form').addEventListener('submit', (event) => {
    event.preventDefault();
    state.token = byId('token').value;
    sessionStorage.setItem('nsemu-token', state.token);
    byId('token-form').hidden = true;
    start().catch(complain);
  });
}

async function start() {
  const [{ operations }, { errors }] = await Promise.all([ask('__admin/operations'),
    ask('__admin/errors')]);
  fill(byId('fault-operation'), [{ text: 'every operation', value: '' },
    ...operations.map((one) => one.operation)]);
  fill(byId('fault-error'), errors.map((one) => one.id));
  choose(state.tenant);
}

bind();
showKind();
start().catch(complain);
