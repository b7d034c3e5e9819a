# SOAP::Lite against a running emulator: soap_lite.pl BASE, such as http://127.0.0.1:8086/Perl.
use strict;
use warnings;
use LWP::UserAgent;
use SOAP::Lite;

my $base = $ARGV[0];
my $ns = 'http://www.superoffice.net/ws/crm/NetServer/Services86';
my %roles = (10 => 'External user', 13 => 'Partner');
our $ticket = '';
my $user = 0;

# What the WSDLs say of an operation: its address, its action and its parameters in their order.
my %operations = map {
  my $schema = SOAP::Schema->new(schema_url => "$base/Remote/Services86/$_.svc?wsdl");
  map { %$_ } values %{$schema->parse->services};
} qw(SoPrincipal User);

# Its prototype makes each claim one value: a match that fails would else be none at all.
sub check($$) {
  my ($claim, $what) = @_;
  die "not so: $what\n" unless $claim;
}

# SOAP::Lite guesses a type from each value, and so is told to leave it out.
sub data {
  my ($name, $value) = @_;
  return SOAP::Data->name($name => $value)->type('') unless ref $value;
  my @items = map { data('arr:int' => $_) } @$value;
  return SOAP::Data->name($name => \SOAP::Data->value(@items))
    ->attr({'xmlns:arr' => 'http://schemas.microsoft.com/2003/10/Serialization/Arrays'});
}

# The answer; dies with [type, reason] when it is refused.
sub call {
  my ($name, %values) = @_;
  my $operation = $operations{$name};
  my @parameters = map { exists $values{$_} ? data($_, $values{$_}) : () }
    map { $_->name . '' } @{$operation->{parameters}};
  my $credentials = SOAP::Header->name(Credentials => \data(Ticket => $ticket))
    ->attr({xmlns => $ns});
  my $answer = SOAP::Lite->proxy("$operation->{endpoint}")->default_ns($ns)->autotype(0)
    ->on_action(sub { qq("$operation->{soapaction}") })
    ->call($name => @parameters, $ticket ne '' ? $credentials : ());
  die $answer->faultstring if $answer->fault;
  my $header = '/Envelope/Header';
  return $answer if $answer->valueof("$header/Succeeded") eq 'true';
  my ($kind) = $answer->valueof("$header/ExceptionInfo/ExceptionType") =~ /([^.]+)$/;
  die [$kind, $answer->valueof("$header/ExceptionInfo/Parameters/*/Value") // ''];
}

sub value { return scalar $_[0]->valueof("//Response/$_[1]") }

# The ticket, or undef when the log-in is refused.
sub authenticate {
  my ($name, $password) = @_;
  local $ticket = '';
  my $answer = call(AuthenticateUsernamePassword => UserName => $name, Password => $password);
  my $given = $answer->valueof('//Credentials/Ticket');
  my $succeeded = $answer->valueof('//AuthenticationSucceeded') eq 'true';
  check($succeeded == defined $given, 'a ticket at success');
  return $given;
}

sub set_info {
  my ($flags, %values) = @_;
  call(SetExternalUserInfo => AssociateId => $user, %values,
       ExternalUserInfoModification => join(' ', @$flags));
}

sub info { return call(GetUserInfo => UserInfoId => $user) }

sub rename_kari {
  $user = 101;
  set_info(['UserName'], UserName => 'x@fjord.example');
}

sub check_refused {
  my ($action, $kind, $reason) = @_;
  check(!eval { $action->(); 1 }, 'refused');
  die $@ unless ref $@;
  check("@{$@}" eq "$kind $reason", "$kind $reason is @{$@}");
}

sub log_in {
  $ticket = authenticate('ADM0', 'adm0');
  check($ticket =~ /^7T:/, 'a ticket');
}

sub create {
  $user = call(CreateExternalUser => PersonId => 504, UserName => 'perl@fjord.example',
               Password => 'first', RoleId => 10, IsActive => 'true')->valueof('//Response');
  check(value(info(), 'UserName') eq 'perl@fjord.example', 'the new user is read');
}

sub set_flags {
  my ($name, $password, $role) = ('perl@fjord.example', 'first', 10);
  for my $number (0 .. 15) {
    my %has = (UserName => $number & 1, Password => $number & 2, Role => $number & 4,
               Active => $number & 8);
    my @flags = grep { $has{$_} } qw(UserName Password Role Active);
    my ($new_name, $new_password) = ("perl$number\@fjord.example", "secret$number");
    my $new_role = 23 - $role;
    set_info(\@flags, UserName => $new_name, Password => $new_password, IsActive => 'false',
             RoleId => $new_role);
    $name = $new_name if $has{UserName};
    $password = $new_password if $has{Password};
    $role = $new_role if $has{Role};
    my $info = info();
    check(value($info, 'UserName') eq $name, "name after @flags");
    check(value($info, 'RoleName') eq $roles{$role}, "role after @flags");
    check(value($info, 'CanLogon') eq ($has{Active} ? 'false' : 'true'), "active after @flags");
    set_info(['Active'], IsActive => 'true');
    check(defined authenticate($name, $password), "password after @flags");
  }
  check(!defined authenticate($name, 'first'), 'the first password is no more');
}

sub read_back {
  my ($info, $whole) = (info(), call(GetUser => UserId => $user));
  check(value($info, 'UserName') eq 'perl15@fjord.example', 'name');
  check(value($whole, 'UserName') eq value($info, 'UserName'), 'both have this name');
  check("$_" eq 'ExternalAssociate', 'type') for value($info, 'UserType'), value($whole, 'Type');
  check($_ == 504, 'person') for value($info, 'PersonId'), value($whole, 'Person/PersonId');
  check(value($whole, 'Role/Value') eq value($info, 'RoleName'), 'role');
}

sub deactivate {
  set_info(['Active'], IsActive => 'false');
  check(value(info(), 'CanLogon') eq 'false', 'an inactive user cannot log on');
}

sub log_in_refused {
  check(!defined authenticate('perl15@fjord.example', 'secret15'), 'no ticket');
}

sub delete_user {
  my $delete = sub { call(DeleteExternalUser => AssociateId => $user) };
  $delete->();
  check(!defined value(info(), 'UserName'), 'a deleted user is nil');
  check(!defined value(call(GetUser => UserId => $user), 'Name'), 'and so is the whole one');
  check_refused($delete, 'SoNotFoundException', '');
}

sub list {
  my $found = call(GetUserInfoList => UserInfoIds => [11, 101, 102]);
  my @names = $found->valueof('//Response/UserInfo/UserName');
  check("@names" eq 'ADM0 ext1@fjord.example ext2@fjord.example', "@names");
  my @licences = $found->valueof('//Response/UserInfo/GrantedLicenses/string');
  check((grep { $_ eq 'superoffice.user' } @licences), 'licences');
}

sub nested_carriers {
  my $kari = call(GetUser => UserId => 101);
  check(value($kari, 'Person/Firstname') eq 'Kari', "the person's name");
  check(value($kari, 'Role/Id') == 10, "the role's id");
  check(value($kari, 'Credentials/Credential/Type/DisplayType') eq 'Password', 'credential type');
  my $licences = 'LicenseOwners/LicenseOwner/UnrestrictedModuleLicenses/ModuleLicenseLink';
  check(value($kari, "$licences/Assigned") eq 'true', 'a licence is assigned');
}

sub refused_call {
  $ticket = authenticate('SAL1', 'sal1');
  check_refused(\&rename_kari, 'SoIllegalOperationException', '');
}

sub bad_ticket {
  $ticket = '7T:bad';
  check_refused(\&rename_kari, 'SoSessionException', 'unknown');
}

sub expired_ticket {
  log_in();
  (my $url = $base) =~ s{(/[^/]+)$}{/__admin/tenants$1/tickets/expire};
  check(LWP::UserAgent->new->post($url, Content => '{}')->is_success, 'tickets are expired');
  check_refused(\&rename_kari, 'SoSessionException', 'expired');
}

my $failed = 0;
for (['log in', \&log_in], ['create', \&create], ['set flags', \&set_flags],
     ['read back', \&read_back], ['deactivate', \&deactivate], ['log-in refused', \&log_in_refused],
     ['delete', \&delete_user], ['list', \&list], ['nested carriers', \&nested_carriers],
     ['refused call', \&refused_call], ['bad ticket', \&bad_ticket],
     ['expired ticket', \&expired_ticket]) {
  my ($feature, $prove) = @$_;
  if (eval { $prove->(); 1 }) {
    print "ok $feature\n";
    next;
  }
  $failed = 1;
  chomp(my $why = ref $@ ? "@{$@}" : $@);
  print "not ok $feature: $why\n";
}
exit $failed;
