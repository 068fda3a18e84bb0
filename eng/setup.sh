# Sourced by run, test and .ci/run: finds out how this machine builds, and builds. Needs $root, the top of the repository.
# Everything it makes lies in artifacts/ and node_modules/.

configuration=Release
oldest_node=20.19

say() { echo "$*" >&2; }
fail() { say "$0: $*"; exit 1; }

# dotnet, NuGet and npm need a home to write to.
set_up_home() {
    if [ -z "${HOME:-}" ] || [ ! -w "${HOME:-/}" ]; then
        export HOME="$root/artifacts/home"
        mkdir -p "$HOME"
    fi
    export DOTNET_CLI_HOME="${DOTNET_CLI_HOME:-$HOME}" DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
    # Signatures of packages are checked; lists of revoked certificates are not fetched, as a closed network answers no such call and each waits long.
    export NUGET_CERT_REVOCATION_MODE="${NUGET_CERT_REVOCATION_MODE:-offline}"
    # Build servers would outlive the command; build() has one of its own.
    export MSBUILDDISABLENODEREUSE=1 UseSharedCompilation=false DOTNET_CLI_USE_MSBUILD_SERVER=0
}

check_tools() {
    local node_version
    command -v dotnet > /dev/null || fail "the .NET 10 SDK is missing (https://dotnet.microsoft.com/download)"
    # global.json, which dotnet looks for from the current folder on, refuses other versions; dotnet says so at length.
    (cd "$root" && dotnet --version 2> /dev/null) | grep -q '^10\.' || fail "the .NET 10 SDK is missing; this is what dotnet has: $(cd / && dotnet --list-sdks | tr '\n' ' ')"
    command -v node > /dev/null && command -v npm > /dev/null || fail "Node.js is missing (version $oldest_node or later, with npm)"
    node_version=$(node --version)
    node_version=${node_version#v}
    [ "$(printf '%s\n' "$oldest_node" "$node_version" | sort -V | head -n 1)" = "$oldest_node" ] ||
        fail "Node.js $node_version is too old: version $oldest_node or later is needed"
}

install_node_modules() {
    local stamp="$root/artifacts/npm.lock"
    if [ -d "$root/node_modules" ] && cmp -s "$root/package-lock.json" "$stamp"; then return; fi
    say "Installing npm packages ..."
    (cd "$root" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error < /dev/null > artifacts/npm.log 2>&1) ||
        { tail -n 5 "$root/artifacts/npm.log" >&2; fail "npm ci failed"; }
    cp "$root/package-lock.json" "$stamp"
}

# A mark in artifacts/ remembers the answer, which Directory.Build.props reads; delete it to ask again.
choose_packages() {
    if [ -e "$root/artifacts/offline-packages" ] || [ -e "$root/artifacts/official-packages" ]; then return; fi
    say "Finding out whether the official packages restore ..."
    if (cd "$root" && timeout 180 dotnet restore src/FlowLogFunctions -p:OfflinePackages=false < /dev/null > artifacts/official-packages.log 2>&1); then
        touch "$root/artifacts/official-packages"
    else
        touch "$root/artifacts/offline-packages"
    fi
}

output_folder() {
    if [ -e "$root/artifacts/offline-packages" ]; then echo "$root/artifacts/offline/bin"; else echo "$root/artifacts/bin"; fi
}

say_how_it_builds() {
    if [ -e "$root/artifacts/offline-packages" ]; then
        say "Building with the stand-ins of offline/: the official packages do not restore here (artifacts/official-packages.log)."
    else
        say "Building with the official packages."
    fi
}

# build NAME PROJECT SOURCE...: builds what changed since the last build of that name. Folders count too: a deleted file changes its folder.
build() {
    local name=$1 project=$2 stamp="$root/artifacts/built-$1" log="$root/artifacts/build-$1.log" mark
    shift 2
    mark=$(output_folder)
    if [ -e "$stamp" ] && [ "$(cat "$stamp")" = "$mark" ] &&
        [ -z "$(cd "$root" && find "$@" -name node_modules -prune -o -newer "$stamp" -print -quit 2> /dev/null)" ]; then return; fi
    say_how_it_builds
    touch "$stamp.began"
    (
        trap 'stop_compiler "flowlog-$$"' EXIT
        cd "$root"
        UseSharedCompilation=true SharedCompilationId="flowlog-$$" dotnet build "$project" -c "$configuration" -v quiet --nologo < /dev/null
    ) > "$log" 2>&1 ||
        { errors_of "$log" >&2; fail "the build failed ($log)"; }
    echo "$mark" > "$stamp"
    touch -r "$stamp.began" "$stamp"
    rm "$stamp.began"
}

errors_of() { { grep ' error ' "$1" || tail -n 20 "$1"; } | sort -u | head -n 20; }

# One compiler for all projects of a build warms up once, which takes half the time.
stop_compiler() {
    local process
    for process in /proc/[0-9]*; do
        if grep -qszx -- "-pipename:$1" "$process/cmdline"; then kill "${process#/proc/}" 2> /dev/null || true; fi
    done
}

set_up() {
    mkdir -p "$root/artifacts"
    set_up_home
    check_tools
    install_node_modules
    choose_packages
}

common_sources=(src offline package.json package-lock.json Directory.Build.props Directory.Build.targets Directory.Packages.props global.json host.json .editorconfig BannedSymbols.txt)

# The project that the Functions worker's SDK makes for the host's extensions when the app is built; what it restores has no lock file.
host_extensions="$root/artifacts/obj/FlowLogFunctions/${configuration,,}/WorkerExtensions/WorkerExtensions.csproj"

# compile_flowlog PROGRAM: the command line as a program of this machine, or, where there is no C linker, one that runs on dotnet.
compile_flowlog() {
    local program=$1 folder log rid instructions=()
    folder=$(dirname "$program") log="$root/artifacts/build-cli.log"
    mkdir -p "$folder"
    # Two that find it old must not compile in one folder.
    exec 9> "$root/artifacts/cli.lock"
    if command -v flock > /dev/null; then flock 9; fi
    set_up_home
    command -v dotnet > /dev/null || fail "the .NET 10 SDK is missing (https://dotnet.microsoft.com/download)"
    say "Compiling flowlog ..."
    touch "$program.began"
    rid=$(dotnet --info | awk '/^ *RID:/ { print $2 }')
    # The program is for this machine alone: it may use all that the processor can.
    if grep -q '^flags.* avx2 .* bmi2 ' /proc/cpuinfo 2> /dev/null; then instructions=(-p:IlcInstructionSet=x86-64-v3); fi
    if { command -v clang || command -v gcc; } > /dev/null && publish_flowlog "$folder" "$rid" -p:PublishAot=true "${instructions[@]}" &&
        "$folder/publish/FlowLog.Cli" --version > /dev/null 2>&1; then
        # It looks for SQLite's library beside itself.
        for library in "$folder"/publish/*.so; do ln -f "$library" "$folder/"; done
        ln -f "$folder/publish/FlowLog.Cli" "$program.new"
    else
        publish_flowlog "$folder" "$rid" --self-contained false -p:PublishReadyToRun=true ||
            publish_flowlog "$folder" "$rid" --self-contained false ||
            { errors_of "$log" >&2; fail "flowlog does not compile ($log)"; }
        printf '#!/bin/sh\nexec dotnet "%s" "$@"\n' "$folder/publish/FlowLog.Cli.dll" > "$program.new"
        chmod +x "$program.new"
    fi
    touch -r "$program.began" "$program.new"
    rm "$program.began"
    mv -f "$program.new" "$program"
    exec 9>&-
}

publish_flowlog() {
    local folder=$1 rid=$2
    shift 2
    rm -rf "$folder/publish"
    (cd "$root" && dotnet publish src/FlowLog.Cli -c "$configuration" -r "$rid" -o "$folder/publish" -p:ArtifactsPath="$folder/" -p:RunAnalyzers=false -p:EnforceCodeStyleInBuild=false -v quiet --nologo "$@" \
        < /dev/null > "$root/artifacts/build-cli.log" 2>&1)
}
