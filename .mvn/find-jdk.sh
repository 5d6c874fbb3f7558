# Sets and exports JAVA_HOME to a JDK of version 21 or newer. Meant to be sourced, by any POSIX shell.
#
# In this order: JAVA_HOME if it is new enough, the java on PATH if it is, and otherwise the newest JDK
# in the places where installers put them. If there is none, says so in one line and exits with 1.

grantkeep_oldest_jdk=21

# Prints the feature version (21, 25, ...) of the JDK in $1, and nothing if there is no JDK in $1.
grantkeep_jdk_version() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 0
  grantkeep_version=
  if [ -r "$1/release" ]; then
    while IFS='=' read -r grantkeep_key grantkeep_value || [ -n "$grantkeep_key" ]; do
      if [ "$grantkeep_key" = JAVA_VERSION ]; then
        grantkeep_version=${grantkeep_value#\"}
        break
      fi
    done <"$1/release"
  fi
  if [ -z "$grantkeep_version" ]; then
    grantkeep_version=$("$1/bin/java" -version 2>&1 | sed -n 's/.* version "\([^"]*\)".*/\1/p') || :
  fi
  grantkeep_version=${grantkeep_version#1.} # 1.8.0 is 8
  printf '%s\n' "${grantkeep_version%%[!0-9]*}"
}

# Prints the home of the java on PATH, through all symbolic links.
grantkeep_jdk_on_path() {
  grantkeep_java=$(command -v java) || return 0
  while [ -L "$grantkeep_java" ]; do
    grantkeep_link=$(readlink "$grantkeep_java") || return 0
    case $grantkeep_link in
    /*) grantkeep_java=$grantkeep_link ;;
    *) grantkeep_java=$(dirname "$grantkeep_java")/$grantkeep_link ;;
    esac
  done
  (cd "$(dirname "$grantkeep_java")/.." 2>/dev/null && pwd -P) || :
}

grantkeep_is_new_enough() {
  [ -n "$1" ] || return 1
  grantkeep_found=$(grantkeep_jdk_version "$1")
  [ -n "$grantkeep_found" ] && [ "$grantkeep_found" -ge "$grantkeep_oldest_jdk" ]
}

# Prints the home of the newest JDK in the well-known places, if one is new enough.
grantkeep_newest_jdk() {
  set +f
  grantkeep_mac_home=
  if [ -x /usr/libexec/java_home ]; then
    grantkeep_mac_home=$(/usr/libexec/java_home -v "$grantkeep_oldest_jdk+" 2>/dev/null) || :
  fi
  grantkeep_best=
  grantkeep_best_version=$((grantkeep_oldest_jdk - 1))
  for grantkeep_home in \
    "$grantkeep_mac_home" \
    /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /usr/local/java/* /opt/java/* /opt/jdk* /opt/jvm/* \
    "${HOME-}"/.sdkman/candidates/java/* "${HOME-}"/.jdks/* "${HOME-}"/.jdks/*/Contents/Home \
    "${HOME-}"/.asdf/installs/java/* "${HOME-}"/.local/share/mise/installs/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "${HOME-}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    if grantkeep_is_new_enough "$grantkeep_home" && [ "$grantkeep_found" -gt "$grantkeep_best_version" ]; then
      grantkeep_best=$grantkeep_home
      grantkeep_best_version=$grantkeep_found
    fi
  done
  printf '%s\n' "$grantkeep_best"
}

if ! grantkeep_is_new_enough "${JAVA_HOME-}"; then
  JAVA_HOME=$(grantkeep_jdk_on_path)
  if ! grantkeep_is_new_enough "$JAVA_HOME"; then
    JAVA_HOME=$(grantkeep_newest_jdk)
  fi
  if [ -z "$JAVA_HOME" ]; then
    echo "Grantkeep needs a JDK $grantkeep_oldest_jdk or newer; none was found in JAVA_HOME, on PATH or in the usual places; set JAVA_HOME to one." >&2
    exit 1
  fi
fi
export JAVA_HOME
