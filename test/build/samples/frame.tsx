#!/usr/bin/env node
import {useState} from 'react';
import {Box, render, Text} from 'ink';
import SelectInput from 'ink-select-input';
import TextInput from 'ink-text-input';

/* A program of the shape that the bundler is for: a frame at once, undici when it is asked for. */
const Frame = () => {
  const [answer, setAnswer] = useState('not asked');
  const ask = async () => {
    const {get} = await import('./get.ts');
    setAnswer(await get(process.env['SAMPLE_ORIGIN'] ?? ''));
  };
  // undici is the only one here that takes in Node's TLS.
  const modules: unknown = Reflect.get(process, 'moduleLoadList');
  const isTlsLoaded = Array.isArray(modules) && modules.includes('NativeModule tls');
  return (
    <Box flexDirection="column" borderStyle="round" width={40}>
      <Text color="cyan">wide 漢字, emoji 👩‍🚀, joined é</Text>
      <TextInput value="typed" focus={false} showCursor={false} onChange={setAnswer} />
      <SelectInput items={[{label: 'Ask', value: 'ask'}]} onSelect={() => void ask()} />
      <Text>answer: {answer}</Text>
      <Text>tls: {isTlsLoaded ? 'loaded' : 'absent'}</Text>
    </Box>
  );
};

// Before the frame, so that a key pressed at the sight of it is already one of this program.
process.stdin.setRawMode(true);
render(<Frame />, {alternateScreen: true, interactive: true, patchConsole: false});
