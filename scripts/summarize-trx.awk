#!/usr/bin/awk -f
# Reads the .trx files of a test run: says which tests failed or were skipped and why, then counts them all on the last line.
# failed (given with -v): failures that are no test, such as a test host that died.
function text(line) {
  sub(/.*<(Message|StdOut)>/, "", line)
  sub(/<\/(Message|StdOut)>.*/, "", line)
  gsub(/&lt;/, "<", line)
  gsub(/&gt;/, ">", line)
  gsub(/&quot;/, "\"", line)
  gsub(/&#xD;/, "", line)
  gsub(/&amp;/, "\\&", line)
  return line
}
function show() {
  if (outcome == "Failed") print "FAILED  " name ": " reason
  if (outcome == "NotExecuted") print "skipped " name ": " reason
  outcome = ""
}
/<UnitTestResult / {
  match($0, /testName="[^"]*"/)
  name = text(substr($0, RSTART + 10, RLENGTH - 11))
  match($0, /outcome="[^"]*"/)
  outcome = substr($0, RSTART + 9, RLENGTH - 10)
  reason = ""
  if (outcome == "Passed") passed++
  else if (outcome == "NotExecuted") skipped++
  else failed++
  if (/\/>/) show()
}
outcome != "" && reason == "" && /<(Message|StdOut)>/ { reason = text($0) }
/<\/UnitTestResult>/ { show() }
END { print passed + 0 " passed, " failed + 0 " failed" (skipped ? ", " skipped " skipped" : "") }
