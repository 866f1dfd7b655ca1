# Serves the app to this computer and to nobody else. Called by the start scripts: serve.pl FOLDER PORT [OPENER].
use strict;
use warnings;
use Cwd qw(realpath);
use IO::Socket::INET;

my ($folder, $first, $opener) = @ARGV;
$folder = realpath($folder);
my %types = (
    html => 'text/html; charset=utf-8',
    js => 'text/javascript',
    css => 'text/css',
    json => 'application/json',
    svg => 'image/svg+xml',
    png => 'image/png',
    wasm => 'application/wasm',
    woff2 => 'font/woff2',
    webmanifest => 'application/manifest+json',
    txt => 'text/plain; charset=utf-8',
);
$| = 1;
$SIG{CHLD} = 'IGNORE';
$SIG{PIPE} = 'IGNORE';

sub content {
    my ($path) = @_;
    open(my $file, '<:raw', $path) or return undef;
    local $/;
    return scalar <$file>;
}

# The headers of each path, as the app's own list of them says: a path, and under it, indented, its headers.
my @rules;
for my $line (split /\r?\n/, content("$folder/_headers")) {
    if ($line =~ m{^/}) { push @rules, [$line, []] }
    elsif ($line =~ /^\s+([^:]+):\s*(.*)$/) { push @{ $rules[-1][1] }, "$1: $2" }
}
my ($version) = content("$folder/rehearsal-version.txt") =~ /^\s*(.*?)\s*$/;

sub headers_of {
    my ($path) = @_;
    return map { @{ $_->[1] } } grep {
        my $rule = $_->[0];
        $rule =~ s/\*$// ? index($path, $rule) == 0 : $path eq $rule;
    } @rules;
}

sub show {
    my ($port) = @_;
    print "$version is at http://localhost:$port/\n";
    return unless $opener;
    my $child = fork();
    return if $child;
    open(STDOUT, '>', '/dev/null');
    open(STDERR, '>', '/dev/null');
    exec($opener, "http://localhost:$port/") or exit(0);
}

# Whether it is this app that has the port already.
sub runs_at {
    my ($port) = @_;
    my $socket = IO::Socket::INET->new(PeerAddr => '127.0.0.1', PeerPort => $port, Timeout => 3) or return 0;
    local $SIG{ALRM} = sub { $socket->close };
    alarm 3;
    print $socket "GET /rehearsal-version.txt HTTP/1.0\r\nHost: localhost\r\n\r\n";
    my $answer = join '', <$socket>;
    alarm 0;
    return $answer =~ /\r\n\r\n\s*\Q$version\E\s*$/;
}

sub answer {
    my ($socket, $status, $type, $body, $isHead, @headers) = @_;
    print $socket join("\r\n",
        "HTTP/1.1 $status", "Content-Type: $type", 'Content-Length: ' . length($body), 'Connection: close', @headers,
        '', '') . ($isHead ? '' : $body);
}

sub serve {
    my ($socket) = @_;
    alarm 30;
    my $request = <$socket>;
    return unless defined $request;
    while (my $line = <$socket>) { last if $line =~ /^\r?\n$/ }
    my ($method, $path) = $request =~ m{^(\S+) (/[^\s?#]*)};
    return answer($socket, '405 Method Not Allowed', 'text/plain', '', 0) unless defined $method && $method =~ /^(GET|HEAD)$/;
    my $isHead = $method eq 'HEAD';
    my @headers = headers_of($path);
    $path =~ s/%([0-9A-Fa-f]{2})/chr hex $1/ge;
    my $file = $path =~ /\0/ ? undef : realpath($folder . ($path =~ m{/$} ? "${path}index.html" : $path));
    my $isInside = defined $file && index($file, "$folder/") == 0 && -f $file;
    my $body = $isInside ? content($file) : undef;
    return answer($socket, '404 Not Found', 'text/plain', 'Not found', $isHead) unless defined $body;
    my ($ending) = $file =~ /\.([^.\/]+)$/;
    answer($socket, '200 OK', $types{ $ending // '' } // 'application/octet-stream', $body, $isHead, @headers);
}

for my $port ($first .. $first + 19) {
    my $server = IO::Socket::INET->new(LocalAddr => '127.0.0.1', LocalPort => $port, Listen => 64, ReuseAddr => 1);
    if (!$server) {
        next unless runs_at($port);
        print "It runs already.\n";
        show($port);
        exit 0;
    }
    print "Port $first is taken by something else. What was saved under it is not seen from here.\n" if $port != $first;
    show($port);
    print "Leave this window open as long as you use it. Ctrl+C ends it.\n";
    while (1) {
        my $socket = $server->accept or next;
        my $child = fork();
        if (!defined $child) { serve($socket) }
        elsif ($child == 0) { $server->close; binmode $socket; serve($socket); close $socket; exit 0 }
        close $socket;
    }
}
printf "All ports from %d to %d are taken. Give another one: start with a number behind the name of this script.\n", $first, $first + 19;
exit 1;
