#!/usr/bin/env bash
# kill -9 at random moments of a run, the run repeated to the end, and the database compared, fact for fact, with that of an
# undisturbed run.
#
#   usage: tests/campaigns/kill.sh [TIMES=50] [DOCUMENTS=2000] [EXTRACTOR]
#
# EXTRACTOR is the command to test; without it the Release build is made and used. Exit code 0 when every database came out equal.
set -euo pipefail
times=${1:-50} documents=${2:-2000}
cd "$(dirname "$0")/../.."
extractor=${3:-}
if [ -z "$extractor" ]; then
  dotnet build src/Extractor.Cli -c Release -v quiet -nologo
  extractor=$PWD/src/Extractor.Cli/bin/Release/net10.0/extractor
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
regions=(China Vietnam Brazil Germany Japan Mexico India Canada)
months=(January February March April May June July August September October November December)
mkdir "$work/news"
for ((i = 0; i < documents; i++)); do
  mkdir -p "$work/news/$((i % 20))"
  region=${regions[i % 8]} month=${months[i % 12]} year=$((2010 + i / 96 % 14))
  printf "%s's exports rose %d.%d percent year on year to %d.5 billion U.S. dollars in %s %d.\nIts imports fell %d.%d percent to %d.1 billion U.S. dollars.\nArticle %d of a campaign.\n" \
    "$region" $((i % 9 + 1)) $((i % 10)) $((100 + i)) "$month" $year $((i % 7 + 1)) $((i % 10)) $((80 + i)) $i > "$work/news/$((i % 20))/article-$i.txt"
done

facts() { "$extractor" facts --db "$1/facts.db" --format jsonl | sed 's/,"run":"[0-9]*"//' | sha256sum; }

start=$(date +%s%N)
"$extractor" run "$work/news" --out "$work/undisturbed" > /dev/null
undisturbed=$(facts "$work/undisturbed")
milliseconds=$((($(date +%s%N) - start) / 1000000))
count=$("$extractor" facts --db "$work/undisturbed/facts.db" --format jsonl | wc -l)
echo "undisturbed: $documents documents, $count facts, $milliseconds ms"

equal=0 killed=0
for ((n = 1; n <= times; n++)); do
  out=$work/killed
  rm -rf "$out"
  delay=$((RANDOM * 32768 + RANDOM)); delay=$((delay % milliseconds + 20))
  "$extractor" run "$work/news" --out "$out" > /dev/null 2>&1 &
  run=$!
  sleep "$(printf '%d.%03d' $((delay / 1000)) $((delay % 1000)))"
  if kill -9 $run 2> /dev/null; then killed=$((killed + 1)); fi
  wait $run 2> /dev/null || true
  if [ -e "$out/facts.db" ]; then
    before=$("$extractor" documents --db "$out/facts.db" --format jsonl 2> "$work/error" | wc -l) || true
    if [ -s "$work/error" ]; then echo "round $n: killed after $delay ms: $(cat "$work/error")"; fi
  else
    before=none
  fi
  "$extractor" run "$work/news" --out "$out" > /dev/null
  "$extractor" verify --db "$out/facts.db" > /dev/null 2>&1 || { echo "round $n: verify failed"; exit 1; }
  if [ "$(facts "$out")" = "$undisturbed" ]; then equal=$((equal + 1)); else echo "round $n: killed after $delay ms: the facts differ"; fi
  echo "round $n: killed after $delay ms with $before documents stored; equal so far: $equal of $n"
done
echo "$killed of $times runs killed, $equal of $times databases equal to the undisturbed one"
[ "$equal" = "$times" ]
