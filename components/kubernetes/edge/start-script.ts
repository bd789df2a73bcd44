import { marks } from "./nginx-upstreams";

/**
 * What the proxy's container runs: it writes what only the Pod knows into the configuration, its DNS servers and the domain
 * of the cluster, and becomes nginx. Arguments: the configuration, where it is written to, and the Pod's `resolv.conf`.
 */
export const startScript = `set -eu
servers= domain=cluster.local
while read -r key first rest || [ -n "$key" ]; do
  case "$key" in
    nameserver)
      case "$first" in
        *:*) servers="$servers [$first]" ;;
        *) servers="$servers $first" ;;
      esac ;;
    search)
      for name in $first $rest; do
        case "$name" in svc.*) domain=\${name#svc.} ;; esac
      done ;;
  esac
done <"$3"
sed -e "s/${marks.resolvers}/\${servers# }/" -e "s/${marks.domain}/$domain/" "$1" >"$2"
exec nginx -c "$2" -g 'daemon off;'
`;
