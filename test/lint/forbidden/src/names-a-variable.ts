export const socket = process.env.TOPO_GC_SOCKET;

export const variable = (name: 'DIR'): string => ({ DIR: 'TOPO_GC_DIR' })[name];

export const help = (command: string): string => `${command} needs TOPO_GC_SOCKET`;
