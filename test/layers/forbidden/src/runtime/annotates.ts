export { error } from '@actions/core';
