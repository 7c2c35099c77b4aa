# What every script of this folder begins with; read by them, not run.
#
# Knows the version, the moment that stands for the build, and where things are built. Needs git only for the moment:
# an archive without it sets SOURCE_DATE_EPOCH and NHIP_COMMIT itself.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
version=$(sed -n 's/^version = "\(.*\)"/\1/p' "$root/Cargo.toml" | head -n 1)
arch=$(uname -m)

# The moment of the commit, so that two builds of it are the same.
if [[ -z ${SOURCE_DATE_EPOCH:-} ]]; then
    SOURCE_DATE_EPOCH=$(git -C "$root" log -1 --format=%ct 2>/dev/null || stat -c %Y "$root/Cargo.lock")
fi
export SOURCE_DATE_EPOCH
export LC_ALL=C TZ=UTC
umask 022

out=$root/target/packages
binary=

fail() {
    printf '%s\n' "$*" >&2
    exit 1
}

# Options that all of them share: --binary FILE (instead of building one) and --out DIR.
while (($#)); do
    case $1 in
        --binary) binary=$(realpath "$2") && shift 2 ;;
        --out) out=$(realpath -m "$2") && shift 2 ;;
        *) fail "$0: $1 is unknown; there is --binary FILE and --out DIR" ;;
    esac
done

# The program, built unless one was given.
program() {
    if [[ -z $binary ]]; then binary=$("$root/packaging/build"); fi
    [[ -x $binary ]] || fail "$binary is no program"
}

# What the program needs of the machine it runs on: "nothing", or the oldest C library.
needs() {
    if ! readelf -lW "$binary" | grep -q INTERP; then
        echo nothing
    else
        objdump -T "$binary" | grep -o 'GLIBC_[0-9.]*' | sort -uV | tail -n 1 | sed 's/GLIBC_/glibc /'
    fi
}

# Every file and folder below $1 at the moment that stands for the build.
settle() {
    find "$1" -exec touch --no-dereference --date="@$SOURCE_DATE_EPOCH" {} +
}
