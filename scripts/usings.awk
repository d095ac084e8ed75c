# Names each line where a using comes before one that it should follow, as file:line. One order for a file's usings: namespaces of System,
# other namespaces, 'using static', 'using Name = ...'; within each by name, a part between dots at a time, whatever the case.
FNR == 1 { before = "" }
!/^(global )?using [^(]*;/ { next }
{
  line = $0
  sub(/^global /, "", line)
  kind = line ~ /=/ ? 4 : line ~ /^using static / ? 3 : line ~ /^using System[.;]/ ? 1 : 2
  sub(/^using (static |unsafe )?/, "", line)
  sub(/ *[=;].*/, "", line)
  gsub(/\./, "\001", line)
  key = kind tolower(line)
  if (kind == 3 && line ~ /^System(\001|$)/) key = kind "\001" tolower(line)
  if (before != "" && key < before) print FILENAME ":" FNR
  before = key
}
