export function end(text: string): never {
  console.log(text);
  process.exit(0);
}
