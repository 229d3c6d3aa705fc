export type { Container } from '../adapters/host/asks-the-engine.ts';
