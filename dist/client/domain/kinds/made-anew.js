"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.whyMadeAnew = whyMadeAnew;
/** One line an owner. What is not made anew, such as the nodes of kind or k3d, is no entry: it can be removed like anything else. */
const OWNERS = [
    {
        label: 'com.docker.swarm.task.id',
        explain: (label) => {
            const service = label('com.docker.swarm.service.name') || label('com.docker.swarm.service.id');
            return `is a task of the Swarm service ${service}, which would start another: docker service rm ${service}`;
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
/** What would make a container anew, and the line that ends it, to be read after the container's name; `undefined` for all others. */
function whyMadeAnew(labels) {
    const owner = OWNERS.find(({ label }) => Object.hasOwn(labels, label));
    return owner?.explain((key) => labels[key] ?? '');
}
