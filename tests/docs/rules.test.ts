import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { RULE_IDS } from '#core/rules/finding.ts';
import { messages } from '#core/rules/messages.ts';

describe('docs/rules.md', () => {
  it('lists exactly the rules that the checker knows, in its order', () => {
    const page = readFileSync('docs/rules.md', 'utf8');
    const listed = [...page.matchAll(/^\| ([A-Z]\d) +\|/gm)].map((match) => match[1]);

    expect(listed).toEqual(RULE_IDS);
  });

  it('has a test for each rule', () => {
    const tests = readdirSync('tests/core/rules')
      .map((name) => readFileSync(`tests/core/rules/${name}`, 'utf8'))
      .join('\n');

    expect(RULE_IDS.filter((rule) => !tests.includes(`[${rule}]`))).toEqual([]);
  });
});

describe('the messages of the checker', () => {
  it('are all used', () => {
    const code = readdirSync('src/core/rules')
      .filter((name) => name !== 'messages.ts')
      .map((name) => readFileSync(`src/core/rules/${name}`, 'utf8'))
      .join('\n');

    expect(Object.keys(messages).filter((key) => !code.includes(`'${key}'`))).toEqual([]);
  });
});
