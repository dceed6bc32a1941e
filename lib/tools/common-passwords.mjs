import { writeFileSync } from "node:fs";
import path from "node:path";
import { ROOT } from "./project.mjs";

// Writes lib/platform/access/common-passwords.txt: passwords of twelve and more characters that people choose when they
// are asked for a long one. Made by rule, from the words and keyboard walks that lead every published ranking of leaked
// passwords, lengthened in the ways people lengthen them. Run it again after changing a rule:
//   npm run passwords:list

const SHORTEST = 12;
const LONGEST = 40;

const WORDS =
  `password passw0rd p@ssword p@ssw0rd pa55word password1 welcome welcome1 admin administrator root letmein login
access master secret default changeme iloveyou loveyou princess sunshine dragon monkey shadow superman batman spiderman
football baseball basketball soccer hockey liverpool chelsea arsenal barcelona michael jordan jessica ashley charlie
daniel thomas andrew joshua matthew anthony hannah nicole jennifer samantha pokemon starwars computer internet samsung
google facebook instagram whatever freedom trustno1 hello hello123 flower summer winter spring autumn january february
march april june july august september october november december monday friday sunday family friends forever butterfly
chocolate cookie cheese pepper ginger killer hunter ranger mustang harley corvette ferrari mercedes porsche yamaha
blessed blessing jesus christ angel heaven america american california chicago newyork london paris texas canada mexico
united qwerty qwertyuiop qwerty123 asdfgh asdfghjkl zxcvbn zxcvbnm qazwsx qazwsxedc 1q2w3e4r 1qaz2wsx q1w2e3r4 abc123
abcdef abcdefgh contrasena contraseña bienvenido teamo tequiero estrella corazon amigos familia guadalupe`
    .split(/\s+/)
    .filter(Boolean);

const YEARS = Array.from({ length: 12 }, (_, index) => String(2016 + index));
const ENDINGS = ["", "1", "12", "123", "1234", "12345", "123456", "1234567", "12345678", "123456789", "1234567890"];
const MARKS = ["", "!", "!!", "!!!", ".", "@", "#", "$", "*"];
const MORE = [
  "01",
  "007",
  "11",
  "111",
  "1111",
  "321",
  "4321",
  "69",
  "666",
  "777",
  "99",
  "000",
  "@123",
  "@1234",
  "_123",
];
const WALKS = [
  "qwertyuiopas",
  "qwertyuiop[]",
  "asdfghjkl;'#",
  "zxcvbnm,./zx",
  "1qaz2wsx3edc",
  "1q2w3e4r5t6y",
  "qazwsxedcrfv",
];

/** A string as long as asked, made of one piece over and over. */
const repeated = (piece, length) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

const PIECES = [
  "12",
  "123",
  "1234",
  "12345",
  "123456",
  "1234567890",
  "0987654321",
  "ab",
  "abc",
  "abcd",
  "abc123",
  "aa11",
  "112233",
  "qwerty",
  "asdf",
  "zxcv",
  "xyz",
  "1a2b3c",
];
const RUNS = [
  "abcdefghijklmnopqrstuvwxyz",
  "zyxwvutsrqponmlkjihgfedcba",
  "01234567890123456789",
  "98765432109876543210",
  "qwertyuiopasdfghjklzxcvbnm",
];
const SENTENCES = [
  "correct horse battery staple",
  "correcthorsebatterystaple",
  "the quick brown fox",
  "thequickbrownfox",
  "let me in please",
  "letmeinplease",
  "i love you so much",
  "iloveyousomuch",
  "iloveyouforever",
  "iloveyoubaby",
  "passwordpassword",
  "this is my password",
  "thisismypassword",
  "mypasswordis",
  "mypassword123",
  "nopassword123",
  "newpassword",
  "newpassword1",
  "newpassword123",
  "temppassword",
  "temppassword1",
  "changemeplease",
  "changeme12345",
  "youwillneverguess",
  "youllneverwalkalone",
  "to be or not to be",
  "tobeornottobe",
  "maytheforcebewithyou",
  "abcdefg123456",
  "a1b2c3d4e5f6",
  "a1s2d3f4g5h6",
  "1a2s3d4f5g6h",
  "q1w2e3r4t5y6",
  "zaq12wsxcde3",
  "zaq1xsw2cde3",
  "!qaz2wsx3edc",
  "!qaz@wsx#edc",
  "1qaz!qaz2wsx",
];

function* fromWords(endings) {
  for (const word of WORDS) {
    for (const ending of endings) for (const mark of MARKS) yield word + ending + mark;
    yield word + word;
    yield word + word + word;
    for (const mark of ["-", "_", ".", " "]) yield word + mark + word;
    for (const start of ["123", "1234", "my", "the", "i", "super"]) yield start + word;
    for (const start of ["123", "1234", "12345", "123456", "my", "mi"])
      for (const ending of ENDINGS) yield start + word + ending;
  }
}

function* fromRepetition() {
  for (let length = SHORTEST; length <= 20; length += 1) {
    for (const sign of "abcdefghijklmnopqrstuvwxyz0123456789!*.-_ ") yield repeated(sign, length);
    for (const piece of PIECES) yield repeated(piece, length);
  }
}

function* fromRuns() {
  for (const run of RUNS)
    for (let length = SHORTEST; length <= Math.min(20, run.length); length += 1)
      for (let start = 0; start + length <= run.length; start += 1) yield run.slice(start, start + length);
}

function* candidates() {
  const endings = [...ENDINGS, ...MORE, ...YEARS];
  yield* fromWords(endings);
  yield* fromRepetition();
  for (const walk of WALKS) for (const ending of endings) for (const mark of MARKS) yield walk + ending + mark;
  yield* fromRuns();
  yield* SENTENCES;
}

const list = new Set();
for (const candidate of candidates()) {
  const entry = candidate.normalize("NFKC").toLowerCase();
  const { length } = [...entry];
  if (length >= SHORTEST && length <= LONGEST) list.add(entry);
}

const file = path.join(ROOT, "lib/platform/access/common-passwords.txt");
writeFileSync(file, `${[...list].sort().join("\n")}\n`);
console.log(`${list.size} common passwords in ${path.relative(ROOT, file)}`);
