"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.whyMadeAnew = whyMadeAnew;
/**
 * One line per owner. Containers that come back from nothing, such as the nodes of kind or k3d, need no entry: they are
 * removed like any other.
 */
const OWNERS = [
    {
        label: 'com.docker.swarm.task.id',
        explain: (label) => {
            const service = label('com.docker.swarm.service.name') || label('com.docker.swarm.service.id');
            return `is a task of service ${service}, which would start another: hand over the service (--service ${service})`;
        },
    },
    {
        label: 'io.kubernetes.pod.uid',
        explain: (label) => {
            const [pod, namespace] = [label('io.kubernetes.pod.name'), label('io.kubernetes.pod.namespace')];
            return `is of the Kubernetes pod ${pod}, whose kubelet would start another: kubectl delete pod --namespace ${namespace} ${pod}`;
        },
    },
];
/**
 * What would make a container anew, and the command that ends it, as words that follow the container's name; otherwise
 * `undefined`.
 */
function whyMadeAnew(labels) {
    const owner = OWNERS.find(({ label }) => Object.hasOwn(labels, label));
    return owner?.explain((key) => labels[key] ?? '');
}
