/** One algorithm three times: in CRMScript, and in JavaScript that QuickJS and the host run from the same text. */
export type SpeedProgram = {
  readonly name: string;
  readonly title: string;
  /** Prints what `javascript` returns. */
  readonly script: string;
  /** Uses nothing from outside itself, so that its text runs anywhere. */
  readonly javascript: () => string;
};

const fibonacci: SpeedProgram = {
  name: 'fib',
  title: 'fib(25), recursive',
  script: `Integer fib(Integer n)
{
  if (n < 2)
    return n;
  return fib(n - 1) + fib(n - 2);
}
print(fib(25).toString());
`,
  javascript: () => {
    function fib(n: number): number {
      if (n < 2) return n;
      return fib(n - 1) + fib(n - 2);
    }
    return String(fib(25));
  },
};

const sieve: SpeedProgram = {
  name: 'sieve',
  title: 'sieve of 200,000',
  script: `Integer primes(Integer limit)
{
  Bool[] composite;
  for (Integer i = 0; i <= limit; i++)
    composite.pushBack(false);
  Integer count = 0;
  for (Integer i = 2; i <= limit; i++)
  {
    if (!composite[i])
    {
      count++;
      for (Integer j = i + i; j <= limit; j += i)
        composite[j] = true;
    }
  }
  return count;
}
print(primes(200000).toString());
`,
  javascript: () => {
    function primes(limit: number): number {
      const composite: boolean[] = [];
      for (let i = 0; i <= limit; i++) composite.push(false);
      let count = 0;
      for (let i = 2; i <= limit; i++) {
        if (!composite[i]) {
          count++;
          for (let j = i + i; j <= limit; j += i) composite[j] = true;
        }
      }
      return count;
    }
    return String(primes(200000));
  },
};

const strings: SpeedProgram = {
  name: 'strings',
  title: 'a text of 50,000 lines',
  script: `String lines(Integer count)
{
  String text = "";
  for (Integer i = 0; i < count; i++)
  {
    text += "line " + i.toString();
    if (i % 2 == 0)
      text += ", even";
    text += "\\n";
  }
  return text;
}
String text = lines(50000);
print(text.getLength().toString() + text.subString(text.getLength() - 20, 19));
`,
  javascript: () => {
    function lines(count: number): string {
      let text = '';
      for (let i = 0; i < count; i++) {
        text += 'line ' + String(i);
        if (i % 2 === 0) text += ', even';
        text += '\n';
      }
      return text;
    }
    const text = lines(50000);
    return String(text.length) + text.substring(text.length - 20, text.length - 1);
  },
};

const counting: SpeedProgram = {
  name: 'map',
  title: '100,000 words counted in a Map',
  script: `Map count(String[] words, Integer turns)
{
  Map counts;
  for (Integer i = 0; i < turns; i++)
    counts.increaseValueForKey(words[i * 31 % words.length()], 1);
  return counts;
}
String[] words;
for (Integer i = 0; i < 1000; i++)
  words.pushBack("word" + i.toString());
Map counts = count(words, 100000);
print(counts.size().toString() + " " + counts.get("word7"));
`,
  javascript: () => {
    function count(words: readonly string[], turns: number): Map<string, number> {
      const counts = new Map<string, number>();
      for (let i = 0; i < turns; i++) {
        const word = words[(i * 31) % words.length] ?? '';
        counts.set(word, (counts.get(word) ?? 0) + 1);
      }
      return counts;
    }
    const words: string[] = [];
    for (let i = 0; i < 1000; i++) words.push('word' + String(i));
    const counts = count(words, 100000);
    return String(counts.size) + ' ' + String(counts.get('word7'));
  },
};

const sorting: SpeedProgram = {
  name: 'sort',
  title: '20,000 texts made and sorted',
  script: `String[] names(Integer count)
{
  String[] list;
  Integer seed = 7;
  for (Integer i = 0; i < count; i++)
  {
    seed = (seed * 1103 + 12345) % 65536;
    list.pushBack("customer " + seed.toString());
  }
  return list;
}
String[] list = names(20000);
list.sort();
print(list[0] + list[9999] + list[19999]);
`,
  javascript: () => {
    function names(count: number): string[] {
      const list: string[] = [];
      let seed = 7;
      for (let i = 0; i < count; i++) {
        seed = (seed * 1103 + 12345) % 65536;
        list.push('customer ' + String(seed));
      }
      return list;
    }
    const list = names(20000);
    list.sort();
    return String(list[0]) + String(list[9999]) + String(list[19999]);
  },
};

/** What scripts are made of: calls, numbers and arrays, texts, maps, natives over many values. */
export const speedPrograms: readonly SpeedProgram[] = [fibonacci, sieve, strings, counting, sorting];
