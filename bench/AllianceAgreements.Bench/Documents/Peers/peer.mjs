// peer.mjs <peer> <input> <data> <output>            does it once
// peer.mjs <peer> <input> <data> <output> serve      reads how often from each line, and answers the microseconds of CPU time it took
import { readFileSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

const [, , name, input, data, output, serve] = process.argv;

const peers = {
  docxtemplater: async () => {
    const { default: PizZip } = await import('pizzip');
    const { default: Docxtemplater } = await import('docxtemplater');
    return (template, values) => {
      const document = new Docxtemplater(new PizZip(template), { paragraphLoop: true, linebreaks: true });
      document.render(values);
      return document.getZip().generate({ type: 'nodebuffer', compression: 'DEFLATE' });
    };
  },
  'docx-templates': async () => {
    const { createReport } = await import('docx-templates');
    return (template, values) => createReport({ template, data: values, cmdDelimiter: ['{{', '}}'], noSandbox: true });
  },
  'easy-template-x': async () => {
    const { TemplateHandler } = await import('easy-template-x');
    const handler = new TemplateHandler();
    return (template, values) => handler.process(template, values);
  },
  mammoth: async () => {
    const { default: mammoth } = await import('mammoth');
    return async (document) => (await mammoth.convertToHtml({ buffer: document })).value;
  },
};

const run = await peers[name]();
const file = readFileSync(input);
const values = JSON.parse(readFileSync(data, 'utf8'));
writeFileSync(output, await run(file, values));

if (serve === 'serve') {
  console.log('ready');
  for await (const line of createInterface({ input: process.stdin })) {
    const before = process.cpuUsage();
    for (let left = Number(line); left > 0; left--) {
      await run(file, values);
    }

    const { user, system } = process.cpuUsage(before);
    console.log(user + system);
  }
}
