<?php
// PHP's SoapClient against a running emulator: php_client.php BASE, such as
// http://127.0.0.1:8086/Php.

/** A call with Succeeded false, by the ExceptionInfo among its headers. */
class Refused extends Exception
{
    public string $reason;

    public function __construct(public object $info)
    {
        parent::__construct("$info->ExceptionType: $info->Message");
        $pair = $info->Parameters->SoExceptionInfoParametersKeyValuePair ?? null;
        $this->reason = is_array($pair) ? $pair[0]->Value : ($pair->Value ?? '');
    }
}

function check(bool $claim, string $what): void
{
    if (!$claim) {
        throw new LogicException("not so: $what");
    }
}

/** What is one item comes as itself, what are more as an array. */
function items(mixed $value): array
{
    return is_array($value) ? $value : [$value];
}

class Client
{
    private const FLAGS = ['UserName', 'Password', 'Role', 'Active'];
    private const ROLES = [10 => 'External user', 13 => 'Partner'];
    private SoapClient $principal;
    private SoapClient $user;
    private string $ticket = '';
    private int $id = 0;

    public function __construct(private string $base)
    {
        $options = ['cache_wsdl' => WSDL_CACHE_NONE];
        $this->principal = new SoapClient("$base/Remote/Services86/SoPrincipal.svc?wsdl", $options);
        $this->user = new SoapClient("$base/Remote/Services86/User.svc?wsdl", $options);
    }

    // The headers of an answer come by reference.
    private function send(SoapClient $service, string $operation, array $parameters,
        ?SoapHeader $header = null): mixed
    {
        $headers = [];
        $answer = $service->__soapCall($operation, [$parameters], null, $header, $headers);
        if (!$headers['Succeeded']) {
            throw new Refused($headers['ExceptionInfo']);
        }
        return $answer;
    }

    private function authenticate(string $name, string $password): ?string
    {
        $answer = $this->send($this->principal, 'AuthenticateUsernamePassword',
            ['UserName' => $name, 'Password' => $password]);
        check($answer->AuthenticationSucceeded === isset($answer->Credentials),
            'a ticket at success');
        return $answer->Credentials->Ticket ?? null;
    }

    private function call(string $operation, array $parameters): mixed
    {
        $credentials = new SoapHeader('http://www.superoffice.net/ws/crm/NetServer/Services86',
            'Credentials', ['Ticket' => $this->ticket]);
        return $this->send($this->user, $operation, $parameters, $credentials)->Response ?? null;
    }

    private function set(array $flags, array $parameters): void
    {
        $this->call('SetExternalUserInfo', ['AssociateId' => $this->id,
            'ExternalUserInfoModification' => implode(' ', $flags)] + $parameters);
    }

    private function info(): ?object
    {
        return $this->call('GetUserInfo', ['UserInfoId' => $this->id]);
    }

    private function rename(): void
    {
        $this->id = 101;
        $this->set(['UserName'], ['UserName' => 'x@fjord.example']);
    }

    private function checkRefused(callable $action, string $kind, string $reason): void
    {
        try {
            $action();
        } catch (Refused $refused) {
            $type = $refused->info->ExceptionType;
            check($type === "SuperOffice.Exceptions.$kind", "$type is $kind");
            check($refused->reason === $reason, "$reason is $refused->reason");
            return;
        }
        check(false, 'refused');
    }

    public function logIn(): void
    {
        $this->ticket = $this->authenticate('ADM0', 'adm0');
        check(str_starts_with($this->ticket, '7T:'), 'a ticket');
    }

    public function create(): void
    {
        $this->id = $this->call('CreateExternalUser', ['PersonId' => 504, 'RoleId' => 10,
            'UserName' => 'php@fjord.example', 'Password' => 'first', 'IsActive' => true]);
        check($this->info()->UserName === 'php@fjord.example', 'the new user is read');
    }

    public function setFlags(): void
    {
        [$name, $password, $role] = ['php@fjord.example', 'first', 10];
        for ($number = 0; $number < 16; ++$number) {
            $has = fn (int $bit) => ($number & 1 << $bit) !== 0;
            $flags = array_values(array_filter(self::FLAGS, $has, ARRAY_FILTER_USE_KEY));
            $new = ['UserName' => "php$number@fjord.example", 'Password' => "secret$number",
                'IsActive' => false, 'RoleId' => 23 - $role];
            $this->set($flags, $new);
            $name = $has(0) ? $new['UserName'] : $name;
            $password = $has(1) ? $new['Password'] : $password;
            $role = $has(2) ? $new['RoleId'] : $role;
            $info = $this->info();
            check($info->UserName === $name, "name after $number");
            check($info->RoleName === self::ROLES[$role], "role after $number");
            check($info->CanLogon === !$has(3), "active after $number");
            $this->set(['Active'], ['IsActive' => true]);
            check($this->authenticate($name, $password) !== null, "password after $number");
        }
        check($this->authenticate($name, 'first') === null, 'the first password is no more');
    }

    public function readBack(): void
    {
        [$info, $whole] = [$this->info(), $this->call('GetUser', ['UserId' => $this->id])];
        check($info->UserName === 'php15@fjord.example', 'name');
        check($whole->UserName === $info->UserName, 'both have this name');
        check($whole->Type === 'ExternalAssociate' && $info->UserType === $whole->Type, 'type');
        check($info->PersonId === 504 && $whole->Person->PersonId === 504, 'person');
        check($whole->Role->Value === $info->RoleName, 'role');
    }

    public function deactivate(): void
    {
        $this->set(['Active'], ['IsActive' => false]);
        check($this->info()->CanLogon === false, 'an inactive user cannot log on');
    }

    public function logInRefused(): void
    {
        check($this->authenticate('php15@fjord.example', 'secret15') === null, 'no ticket');
    }

    public function delete(): void
    {
        $delete = fn () => $this->call('DeleteExternalUser', ['AssociateId' => $this->id]);
        $delete();
        check($this->info() === null, 'a deleted user is nil');
        check($this->call('GetUser', ['UserId' => $this->id]) === null, 'and so is the whole one');
        $this->checkRefused($delete, 'SoNotFoundException', '');
    }

    public function list(): void
    {
        $ids = ['UserInfoIds' => ['int' => [11, 101, 102]]];
        $found = $this->call('GetUserInfoList', $ids)->UserInfo;
        $names = implode(' ', array_column($found, 'UserName'));
        check($names === 'ADM0 ext1@fjord.example ext2@fjord.example', $names);
        $licences = items($found[0]->GrantedLicenses->string);
        check(in_array('superoffice.user', $licences), 'licences');
    }

    public function nestedCarriers(): void
    {
        $kari = $this->call('GetUser', ['UserId' => 101]);
        check($kari->Person->Firstname === 'Kari', "the person's name");
        check($kari->Role->Id === 10, "the role's id");
        $credential = items($kari->Credentials->Credential)[0];
        check($credential->Type->DisplayType === 'Password', 'credential type');
        $owner = items($kari->LicenseOwners->LicenseOwner)[0];
        $link = items($owner->UnrestrictedModuleLicenses->ModuleLicenseLink)[0];
        check($link->Assigned === true, 'a licence is assigned');
    }

    public function refusedCall(): void
    {
        $this->ticket = $this->authenticate('SAL1', 'sal1');
        $this->checkRefused(fn () => $this->rename(), 'SoIllegalOperationException', '');
    }

    public function badTicket(): void
    {
        $this->ticket = '7T:bad';
        $this->checkRefused(fn () => $this->rename(), 'SoSessionException', 'unknown');
    }

    public function expiredTicket(): void
    {
        $this->logIn();
        $url = preg_replace('~(/[^/]+)$~', '/__admin/tenants$1/tickets/expire', $this->base);
        file_get_contents($url, false, stream_context_create(['http' => ['method' => 'POST',
            'header' => 'Content-Type: application/json', 'content' => '{}']]));
        $this->checkRefused(fn () => $this->rename(), 'SoSessionException', 'expired');
    }
}

$client = new Client($argv[1]);
$failed = false;
foreach (['log in' => 'logIn', 'create' => 'create', 'set flags' => 'setFlags',
    'read back' => 'readBack', 'deactivate' => 'deactivate', 'log-in refused' => 'logInRefused',
    'delete' => 'delete', 'list' => 'list', 'nested carriers' => 'nestedCarriers',
    'refused call' => 'refusedCall', 'bad ticket' => 'badTicket',
    'expired ticket' => 'expiredTicket'] as $feature => $prove) {
    try {
        $client->$prove();
        echo "ok $feature\n";
    } catch (Throwable $error) {
        $failed = true;
        echo "not ok $feature: {$error->getMessage()}\n";
    }
}
exit($failed ? 1 : 0);
