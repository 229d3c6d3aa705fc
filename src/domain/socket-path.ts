/**
 * The longest path of a Unix socket, in bytes: `sun_path` of unix(7) without its final zero. Node answers `EINVAL` for
 * longer paths.
 */
export const LONGEST_SOCKET_PATH = 107;
