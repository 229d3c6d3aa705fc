export type { Container } from 'dockerode';
