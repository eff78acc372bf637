# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# What build-aux/run and build-aux/test share: packages, build folders, and the environment in which
# the program runs without being installed.

top=$(CDPATH='' cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)
build=$top/_build
has_installed=

say ()
{
  printf '%s\n' "$*" >&2
}

# fail MESSAGE: the machine failed, not the program's input.
fail ()
{
  say "$*"
  exit 4
}

# quietly LOG COMMAND…: what the command says goes to the log, and to the screen only if it fails.
quietly ()
{
  local log=$1
  shift

  if ! "$@" >"$log" 2>&1 </dev/null; then
    tail -n 40 "$log" >&2
    fail "This failed: $*"
  fi
}

# missing_packages SECTION…: what packages.txt names there and the machine has not.
missing_packages ()
{
  local wanted

  wanted=$(awk -v sections=" $* " '
    /^\[/ { is_wanted = index (sections, " " substr ($1, 2, length ($1) - 2) " "); next }
    is_wanted && /^[a-z]/ { print $1 }
  ' "$top/build-aux/packages.txt" | sort -u)

  # shellcheck disable=SC2086 # a word a package
  dpkg-query --show --showformat '${Package} ${db:Status-Status}\n' $wanted 2>/dev/null |
    sed -n 's/ installed$//p' | sort -u | comm -13 - <(printf '%s\n' "$wanted")
}

# install_packages SECTION…: installs what is missing. Nothing is asked in between.
install_packages ()
{
  local missing log as_root=()

  command -v dpkg-query >/dev/null || return 0
  mapfile -t missing < <(missing_packages "$@")
  [ ${#missing[@]} -gt 0 ] || return 0

  if [ "$(id -u)" -ne 0 ]; then
    sudo -n true 2>/dev/null ||
      fail "Packages are missing, to be installed as root: apt-get install ${missing[*]}"
    as_root=(sudo -n)
  fi

  say "Installing packages: ${missing[*]}"
  has_installed=yes
  log=$(mktemp)
  as_root+=(env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=300)
  quietly "$log" "${as_root[@]}" update
  quietly "$log" "${as_root[@]}" install --no-install-recommends "${missing[@]}"
  rm -f "$log"
}

# configure FOLDER [MESON OPTION…]: once, and again when new packages may be of use.
configure ()
{
  local folder=$1
  shift

  if [ -e "$folder/build.ninja" ]; then
    [ "$has_installed" ] || return 0
    set -- --reconfigure
  fi
  mkdir -p "$folder"
  say "Configuring $(basename "$folder")"
  quietly "$folder/setup.log" meson setup "$@" "$folder" "$top"
}

# Counts the builder's steps on a terminal, and says nothing elsewhere.
show_progress ()
{
  if [ -t 2 ]; then
    awk '/^\[/ { printf "\r%s ", $1; fflush () } END { print "" }' >&2
  else
    cat >/dev/null
  fi
}

# compile FOLDER [FILE…]: says how much there is to do, and nothing when there is nothing.
compile ()
{
  local folder=$1 log=$1/compile.log steps
  shift

  steps=$(ninja -C "$folder" -n "$@" | grep -c '^\[' || true)
  [ "$steps" -gt 0 ] || return 0
  say "Building $(basename "$folder"), steps: $steps"
  if ! ninja -C "$folder" "$@" 2>&1 | tee "$log" | show_progress; then
    sed '/^\[/d' "$log" | head -n 100 >&2
    fail "Selaras could not be built."
  fi
}

# The locales that the environment asks for, made in the build folder where the system lacks one:
# without it the program would be in English. LOCPATH hides the system's own, hence all of them.
prepare_locales ()
{
  local wanted name is_missing=

  wanted=$(env | sed -n -E 's/^(LANG|LC_[A-Z]+)=([a-z]{2,3}_.+)$/\2/p' | sort -u)
  for name in $wanted; do
    ! LC_ALL=$name locale charmap 2>&1 | grep -q 'Cannot set' || is_missing=yes
  done
  [ "$is_missing" ] || return 0

  export LOCPATH=$build/locale
  mkdir -p "$LOCPATH"
  for name in $wanted; do
    [ -d "$LOCPATH/$name" ] ||
      localedef -c -i "${name%%[.@]*}" -f UTF-8 "$LOCPATH/$name" 2>/dev/null ||
      say "The language “$name” is not on this machine."
  done
}

# Where the program finds what installing would put in place.
use_build_folder ()
{
  export GSETTINGS_SCHEMA_DIR=$build/data
  export SELARAS_CONFINED=$build/src/confined/selaras-confined
  export SELARAS_LOCALEDIR=$build/po
  export XDG_DATA_DIRS=$top/data:${XDG_DATA_DIRS:-/usr/local/share:/usr/share}
  prepare_locales
}
