"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.serviceOfTask = exports.STACK_LABEL = exports.SERVICE_ID_LABEL = void 0;
/** The label by which the container of a task names its service, with the service's id. */
exports.SERVICE_ID_LABEL = 'com.docker.swarm.service.id';
/** The label of all that a stack has made, with the stack's name. */
exports.STACK_LABEL = 'com.docker.stack.namespace';
/** The id of the service whose task a container is; `undefined` for anything else. */
const serviceOfTask = ({ kind, labels }) => kind === 'container' ? labels[exports.SERVICE_ID_LABEL] : undefined;
exports.serviceOfTask = serviceOfTask;
