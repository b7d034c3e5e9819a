// npm's soap against a running emulator: client.js BASE, such as http://127.0.0.1:8086/Node.
const assert = require('node:assert');
const soap = require('soap');

const base = process.argv[2] + '/Remote/Services86/';
const uri = 'http://www.superoffice.net/ws/crm/NetServer/Services86';

// An answer is [result, raw, soapHeader, ...].
async function main() {
  const principal = await soap.createClientAsync(base + 'SoPrincipal.svc?wsdl');
  const user = await soap.createClientAsync(base + 'User.svc?wsdl');
  const login = async (UserName, Password) =>
    (await principal.AuthenticateUsernamePasswordAsync({ UserName, Password }))[0];
  const useTicket = (Ticket) => {
    user.clearSoapHeaders();
    user.addSoapHeader({ Credentials: { Ticket } }, '', 'tns', uri);
  };
  const set = async (parameters) =>
    (await user.SetExternalUserInfoAsync({ AssociateId: 103, ...parameters }))[2];
  const info = async () => (await user.GetUserInfoAsync({ UserInfoId: 103 }))[0].Response;

  const { Credentials } = await login('ADM0', 'adm0');
  assert.ok(Credentials.Ticket.startsWith('7T:'));
  useTicket(Credentials.Ticket);

  const one = await set({ UserName: 'node@nordlys.example', ExternalUserInfoModification: 'UserName' });
  assert.equal(String(one.Succeeded), 'true');
  assert.equal((await info()).UserName, 'node@nordlys.example');

  await set({ Password: 'sesam', RoleId: 10, ExternalUserInfoModification: 'Password Role' });
  assert.equal((await info()).RoleName, 'External user');
  assert.equal((await login('node@nordlys.example', 'sesam')).AuthenticationSucceeded, true);
  assert.equal((await login('node@nordlys.example', 'ext3')).AuthenticationSucceeded, false);

  useTicket('7T:bad');
  const refused = await set({ ExternalUserInfoModification: 'UserName' });
  assert.equal(String(refused.Succeeded), 'false');
  assert.equal(refused.ExceptionInfo.ExceptionType, 'SuperOffice.Exceptions.SoSessionException');
  console.log('node: all as expected');
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
