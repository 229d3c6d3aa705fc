export type Build = 'done';
