<?php
// PHP's SoapClient against a running emulator: php_client.php BASE, such as http://127.0.0.1:8086/Php.
$base = $argv[1] . '/Remote/Services86/';
$uri = 'http://www.superoffice.net/ws/crm/NetServer/Services86';
$options = ['cache_wsdl' => WSDL_CACHE_NONE, 'trace' => true];

function check(bool $claim, string $what): void
{
    if (!$claim) {
        fwrite(STDERR, "PHP: not so: $what\n");
        exit(1);
    }
}

$principal = new SoapClient($base . 'SoPrincipal.svc?wsdl', $options);
$user = new SoapClient($base . 'User.svc?wsdl', $options);

$login = fn (string $name, string $password) => $principal->AuthenticateUsernamePassword(
    ['UserName' => $name, 'Password' => $password]);

// The headers of an answer come by reference, in the seventh place of a long call.
function call(SoapClient $user, string $uri, string $ticket, string $operation, array $parameters): array
{
    $header = new SoapHeader($uri, 'Credentials', ['Ticket' => $ticket]);
    $answered = [];
    $body = $user->__soapCall($operation, [$parameters], null, $header, $answered);
    return [$body, $answered];
}

$ticket = $login('ADM0', 'adm0')->Credentials->Ticket;
check(str_starts_with($ticket, '7T:'), 'a ticket');
$set = fn (array $parameters) => call($user, $uri, $ticket, 'SetExternalUserInfo',
    ['AssociateId' => 102] + $parameters);
$info = fn () => call($user, $uri, $ticket, 'GetUserInfo', ['UserInfoId' => 102])[0]->Response;

[, $headers] = $set(['UserName' => 'php@fjord.example', 'ExternalUserInfoModification' => 'UserName']);
check($headers['Succeeded'] === true, 'one flag succeeds');
check($info()->UserName === 'php@fjord.example', 'the new name is read back');
check($info()->CanLogon === false, '102 is inactive');

$set(['Password' => 'sesam', 'IsActive' => true, 'RoleId' => 1,
    'ExternalUserInfoModification' => 'Password Active']);
check($info()->CanLogon === true, 'two flags: active now');
check($info()->RoleName === 'External user', 'the role was not flagged');
check($login('php@fjord.example', 'sesam')->AuthenticationSucceeded === true, 'the new password works');
check($login('php@fjord.example', 'ext2')->AuthenticationSucceeded === false, 'the old one does not');

[, $headers] = call($user, $uri, '7T:bad', 'SetExternalUserInfo', ['AssociateId' => 102]);
check($headers['Succeeded'] === false, 'a bad ticket is refused');
check($headers['ExceptionInfo']->Message === 'Authentication failed!', 'and told so');
echo "PHP: all as expected\n";
