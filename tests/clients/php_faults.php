<?php
// The faults of an emulator as PHP's SoapClient shows them: php_faults.php BASE.
[$host, $tenant] = [dirname($argv[1]), basename($argv[1])];
$base = $argv[1] . '/Remote/Services86/';
$faults = "$host/__admin/tenants/$tenant/faults";
$uri = 'http://www.superoffice.net/ws/crm/NetServer/Services86';
ini_set('default_socket_timeout', '1');  // Seconds, and whole ones only.

function check(bool $claim, string $what): void
{
    if (!$claim) {
        fwrite(STDERR, "PHP: not so: $what\n");
        exit(1);
    }
}

function admin(string $method, string $url, string $body = ''): array
{
    $type = 'Content-Type: application/json';
    $context = stream_context_create(
        ['http' => ['method' => $method, 'content' => $body, 'header' => $type]]);
    return json_decode(file_get_contents($url, false, $context), true);
}

// The answer's user name, `refused: ` and the exception's type, or code and text of a SoapFault.
function outcome(callable $call): string
{
    try {
        [$body, $headers] = $call();
        return match ($headers['Succeeded'] ?? null) {
            true => $body->Response->UserName,
            false => 'refused: ' . $headers['ExceptionInfo']->ExceptionType,
            null => 'nothing',
        };
    } catch (SoapFault $fault) {
        return $fault->faultcode . ': ' . $fault->getMessage();
    }
}

$options = ['cache_wsdl' => WSDL_CACHE_NONE];
$principal = new SoapClient($base . 'SoPrincipal.svc?wsdl', $options);
$user = new SoapClient($base . 'User.svc?wsdl', $options);
$login = fn (string $name, string $password) => $principal->AuthenticateUsernamePassword(
    ['UserName' => $name, 'Password' => $password]);
$ticket = $login('ADM0', 'adm0')->Credentials->Ticket;
$info = function (string $ticket) use ($user, $uri) {
    $headers = [];
    $body = $user->__soapCall('GetUserInfo', [['UserInfoId' => 101]], null,
        new SoapHeader($uri, 'Credentials', ['Ticket' => $ticket]), $headers);
    return [$body, $headers];
};

$cases = [
    ['"exception","error":"not-permitted"',
        'refused: SuperOffice.Exceptions.SoIllegalOperationException'],
    ['"fault","message":"Out of order"', 's:Server: Out of order'],
    ['"status","status":503', 'HTTP: Service Unavailable'],
    ['"delay","delayMs":50', 'ext1@fjord.example'],
    ['"hang"', 'HTTP: Error Fetching http headers'],
    ['"reset"', 'HTTP: Error Fetching http headers'],
    ['"empty"', 'nothing'],  // PHP returns null, and raises nothing.
    ['"truncate"', 'Client: looks like we got no XML document'],
    ['"garble"', 'Client: looks like we got no XML document'],
    ['"content-type"', 'ext1@fjord.example'],  // PHP looks into the answer.
];
foreach ($cases as [$fault, $expected]) {
    $id = admin('POST', $faults, '{"operation":"GetUserInfo","kind":' . $fault . '}')['id'];
    $found = outcome(fn () => $info($ticket));
    check($found === $expected, "$fault gives '$expected', but '$found'");
    check(admin('GET', "$faults/$id")['consumed'] === 1, "$fault is counted");
}

check(outcome(fn () => $info('emulator-fault:fault:down')) === 's:Server: down', 'a magic ticket');
check(outcome(fn () => $login('ADM0', 'emulator-fault:status:502')) === 'HTTP: Bad Gateway',
    'a magic password');
check(count(admin('DELETE', $faults)['faults']) === count($cases), 'all are removed');
check(outcome(fn () => $info($ticket)) === 'ext1@fjord.example', 'and all is well again');
echo "PHP: all faults as expected\n";
