/** How long the path of a Unix socket may be, in bytes: `sun_path` of unix(7) less its final zero. Node answers `EINVAL` beyond. */
export const LONGEST_SOCKET_PATH = 107;
