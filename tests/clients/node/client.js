// npm's soap against a running emulator: client.js BASE, such as http://127.0.0.1:8086/Node.
const assert = require('node:assert');
const soap = require('soap');

const uri = 'http://www.superoffice.net/ws/crm/NetServer/Services86';
const flagNames = ['UserName', 'Password', 'Role', 'Active'];
const roles = { 10: 'External user', 13: 'Partner' };

// A call with Succeeded false, by the ExceptionInfo among its headers.
class Refused extends Error {
  constructor(info) {
    super(`${info.ExceptionType}: ${info.Message}`);
    this.kind = info.ExceptionType.split('.').at(-1);
    // In a header, what is one item comes as itself.
    const [pair] = [info.Parameters?.SoExceptionInfoParametersKeyValuePair].flat();
    this.reason = pair?.Value;
  }
}

class Client {
  constructor(base, principal, user) {
    Object.assign(this, { base, principal, user });
  }

  static async of(base) {
    const services = base + '/Remote/Services86/';
    return new Client(base, await soap.createClientAsync(services + 'SoPrincipal.svc?wsdl'),
      await soap.createClientAsync(services + 'User.svc?wsdl'));
  }

  // An answer is [result, raw, soapHeader, ...].
  static async send(service, operation, parameters) {
    const [result, , header] = await service[operation + 'Async'](parameters);
    if (String(header.Succeeded) !== 'true') throw new Refused(header.ExceptionInfo);
    return result;
  }

  // The ticket; undefined when the log-in is refused.
  async authenticate(UserName, Password) {
    const answer = await Client.send(this.principal, 'AuthenticateUsernamePassword',
      { UserName, Password });
    assert.equal(answer.AuthenticationSucceeded, Boolean(answer.Credentials));
    return answer.Credentials?.Ticket;
  }

  async call(operation, parameters) {
    this.user.clearSoapHeaders();
    this.user.addSoapHeader({ Credentials: { Ticket: this.ticket } }, '', 'tns', uri);
    return (await Client.send(this.user, operation, parameters))?.Response;
  }

  set(flags, parameters) {
    return this.call('SetExternalUserInfo', { AssociateId: this.id, ...parameters,
      ExternalUserInfoModification: flags.join(' ') });
  }

  info() {
    return this.call('GetUserInfo', { UserInfoId: this.id });
  }

  rename() {
    this.id = 101;
    return this.set(['UserName'], { UserName: 'x@fjord.example' });
  }

  async checkRefused(action, kind, reason) {
    await assert.rejects(action, (error) => {
      assert.ok(error instanceof Refused, error);
      assert.deepEqual([error.kind, error.reason], [kind, reason]);
      return true;
    });
  }

  async logIn() {
    this.ticket = await this.authenticate('ADM0', 'adm0');
    assert.ok(this.ticket.startsWith('7T:'));
  }

  async create() {
    this.id = await this.call('CreateExternalUser', { PersonId: 504,
      UserName: 'node@fjord.example', Password: 'first', RoleId: 10, IsActive: true });
    assert.equal((await this.info()).UserName, 'node@fjord.example');
  }

  async setFlags() {
    let [name, password, role] = ['node@fjord.example', 'first', 10];
    for (let number = 0; number < 16; ++number) {
      const flags = flagNames.filter((_, bit) => number & (1 << bit));
      const fresh = { UserName: `node${number}@fjord.example`, Password: `secret${number}`,
        IsActive: false, RoleId: 23 - role };
      await this.set(flags, fresh);
      if (flags.includes('UserName')) name = fresh.UserName;
      if (flags.includes('Password')) password = fresh.Password;
      if (flags.includes('Role')) role = fresh.RoleId;
      const info = await this.info();
      assert.deepEqual([info.UserName, info.RoleName, info.CanLogon],
        [name, roles[role], !flags.includes('Active')]);
      await this.set(['Active'], { IsActive: true });
      assert.ok(await this.authenticate(name, password), `password after ${flags}`);
    }
    assert.equal(await this.authenticate(name, 'first'), undefined);
  }

  async readBack() {
    const info = await this.info();
    const whole = await this.call('GetUser', { UserId: this.id });
    assert.equal(info.UserName, 'node15@fjord.example');
    assert.equal(whole.UserName, info.UserName);
    assert.deepEqual([info.UserType, whole.Type], ['ExternalAssociate', 'ExternalAssociate']);
    assert.deepEqual([info.PersonId, whole.Person.PersonId], [504, 504]);
    assert.equal(whole.Role.Value, info.RoleName);
  }

  async deactivate() {
    await this.set(['Active'], { IsActive: false });
    assert.equal((await this.info()).CanLogon, false);
  }

  async logInRefused() {
    assert.equal(await this.authenticate('node15@fjord.example', 'secret15'), undefined);
  }

  async delete() {
    const remove = () => this.call('DeleteExternalUser', { AssociateId: this.id });
    await remove();
    assert.ok(!(await this.info()) && !(await this.call('GetUser', { UserId: this.id })));
    await this.checkRefused(remove, 'SoNotFoundException', undefined);
  }

  async list() {
    // The items are of the namespace of arrays, for which soap makes no prefix by itself.
    const arrays = 'http://schemas.microsoft.com/2003/10/Serialization/Arrays';
    const ids = { attributes: { 'xmlns:arr': arrays }, 'arr:int': [11, 101, 102] };
    const { UserInfo } = await this.call('GetUserInfoList', { UserInfoIds: ids });
    assert.deepEqual(UserInfo.map((one) => one.UserName),
      ['ADM0', 'ext1@fjord.example', 'ext2@fjord.example']);
    assert.ok(UserInfo[0].GrantedLicenses.string.includes('superoffice.user'));
  }

  async nestedCarriers() {
    const kari = await this.call('GetUser', { UserId: 101 });
    assert.deepEqual([kari.Person.Firstname, kari.Role.Id], ['Kari', 10]);
    assert.equal(kari.Credentials.Credential[0].Type.DisplayType, 'Password');
    const [owner] = kari.LicenseOwners.LicenseOwner;
    assert.equal(owner.UnrestrictedModuleLicenses.ModuleLicenseLink[0].Assigned, true);
  }

  async refusedCall() {
    this.ticket = await this.authenticate('SAL1', 'sal1');
    await this.checkRefused(() => this.rename(), 'SoIllegalOperationException', undefined);
  }

  async badTicket() {
    this.ticket = '7T:bad';
    await this.checkRefused(() => this.rename(), 'SoSessionException', 'unknown');
  }

  async expiredTicket() {
    await this.logIn();
    const { origin, pathname } = new URL(this.base);
    const url = `${origin}/__admin/tenants${pathname}/tickets/expire`;
    await fetch(url, { method: 'POST', body: '{}' });
    await this.checkRefused(() => this.rename(), 'SoSessionException', 'expired');
  }
}

async function main() {
  const client = await Client.of(process.argv[2]);
  for (const [feature, prove] of [['log in', 'logIn'], ['create', 'create'],
    ['set flags', 'setFlags'], ['read back', 'readBack'], ['deactivate', 'deactivate'],
    ['log-in refused', 'logInRefused'], ['delete', 'delete'], ['list', 'list'],
    ['nested carriers', 'nestedCarriers'], ['refused call', 'refusedCall'],
    ['bad ticket', 'badTicket'], ['expired ticket', 'expiredTicket']]) {
    try {
      await client[prove]();
      console.log(`ok ${feature}`);
    } catch (error) {
      process.exitCode = 1;
      console.log(`not ok ${feature}: ${String(error).replaceAll('\n', ' ')}`);
    }
  }
}

main();
