/******/ (() => { // webpackBootstrap
/******/ 	"use strict";
var __webpack_exports__ = {};

;// CONCATENATED MODULE: external "node:fs"
const external_node_fs_namespaceObject = require("node:fs");
;// CONCATENATED MODULE: external "os"
const external_os_namespaceObject = require("os");
;// CONCATENATED MODULE: ../node_modules/@actions/core/lib/utils.js
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */
/**
 * Sanitizes an input into a string so it can be passed into issueCommand safely
 * @param input input to sanitize into a string
 */
function utils_toCommandValue(input) {
    if (input === null || input === undefined) {
        return '';
    }
    else if (typeof input === 'string' || input instanceof String) {
        return input;
    }
    return JSON.stringify(input);
}
/**
 *
 * @param annotationProperties
 * @returns The command properties to send with the actual annotation command
 * See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
 */
function utils_toCommandProperties(annotationProperties) {
    if (!Object.keys(annotationProperties).length) {
        return {};
    }
    return {
        title: annotationProperties.title,
        file: annotationProperties.file,
        line: annotationProperties.startLine,
        endLine: annotationProperties.endLine,
        col: annotationProperties.startColumn,
        endColumn: annotationProperties.endColumn
    };
}
//# sourceMappingURL=utils.js.map
;// CONCATENATED MODULE: ../node_modules/@actions/core/lib/command.js


/**
 * Issues a command to the GitHub Actions runner
 *
 * @param command - The command name to issue
 * @param properties - Additional properties for the command (key-value pairs)
 * @param message - The message to include with the command
 * @remarks
 * This function outputs a specially formatted string to stdout that the Actions
 * runner interprets as a command. These commands can control workflow behavior,
 * set outputs, create annotations, mask values, and more.
 *
 * Command Format:
 *   ::name key=value,key=value::message
 *
 * @example
 * ```typescript
 * // Issue a warning annotation
 * issueCommand('warning', {}, 'This is a warning message');
 * // Output: ::warning::This is a warning message
 *
 * // Set an environment variable
 * issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
 * // Output: ::set-env name=MY_VAR::some value
 *
 * // Add a secret mask
 * issueCommand('add-mask', {}, 'secretValue123');
 * // Output: ::add-mask::secretValue123
 * ```
 *
 * @internal
 * This is an internal utility function that powers the public API functions
 * such as setSecret, warning, error, and exportVariable.
 */
function command_issueCommand(command, properties, message) {
    const cmd = new Command(command, properties, message);
    process.stdout.write(cmd.toString() + external_os_namespaceObject.EOL);
}
function command_issue(name, message = '') {
    command_issueCommand(name, {}, message);
}
const CMD_STRING = '::';
class Command {
    constructor(command, properties, message) {
        if (!command) {
            command = 'missing.command';
        }
        this.command = command;
        this.properties = properties;
        this.message = message;
    }
    toString() {
        let cmdStr = CMD_STRING + this.command;
        if (this.properties && Object.keys(this.properties).length > 0) {
            cmdStr += ' ';
            let first = true;
            for (const key in this.properties) {
                if (this.properties.hasOwnProperty(key)) {
                    const val = this.properties[key];
                    if (val) {
                        if (first) {
                            first = false;
                        }
                        else {
                            cmdStr += ',';
                        }
                        cmdStr += `${key}=${escapeProperty(val)}`;
                    }
                }
            }
        }
        cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
        return cmdStr;
    }
}
function escapeData(s) {
    return utils_toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A');
}
function escapeProperty(s) {
    return utils_toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A')
        .replace(/:/g, '%3A')
        .replace(/,/g, '%2C');
}
//# sourceMappingURL=command.js.map
;// CONCATENATED MODULE: external "crypto"
const external_crypto_namespaceObject = require("crypto");
;// CONCATENATED MODULE: external "fs"
const external_fs_namespaceObject = require("fs");
;// CONCATENATED MODULE: ../node_modules/@actions/core/lib/file-command.js
// For internal use, subject to change.
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */




function file_command_issueFileCommand(command, message) {
    const filePath = process.env[`GITHUB_${command}`];
    if (!filePath) {
        throw new Error(`Unable to find environment variable for file command ${command}`);
    }
    if (!fs.existsSync(filePath)) {
        throw new Error(`Missing file at path: ${filePath}`);
    }
    fs.appendFileSync(filePath, `${toCommandValue(message)}${os.EOL}`, {
        encoding: 'utf8'
    });
}
function file_command_prepareKeyValueMessage(key, value) {
    const delimiter = `ghadelimiter_${crypto.randomUUID()}`;
    const convertedValue = toCommandValue(value);
    // These should realistically never happen, but just in case someone finds a
    // way to exploit uuid generation let's not allow keys or values that contain
    // the delimiter.
    if (key.includes(delimiter)) {
        throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
    }
    if (convertedValue.includes(delimiter)) {
        throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
    }
    return `${key}<<${delimiter}${os.EOL}${convertedValue}${os.EOL}${delimiter}`;
}
//# sourceMappingURL=file-command.js.map
;// CONCATENATED MODULE: external "path"
const external_path_namespaceObject = require("path");
;// CONCATENATED MODULE: external "node:util"
const external_node_util_namespaceObject = require("node:util");
;// CONCATENATED MODULE: ../node_modules/@actions/core/lib/oidc-utils.js
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};



class oidc_utils_OidcClient {
    static createHttpClient(allowRetry = true, maxRetry = 10) {
        const requestOptions = {
            allowRetries: allowRetry,
            maxRetries: maxRetry
        };
        return new HttpClient('actions/oidc-client', [new BearerCredentialHandler(oidc_utils_OidcClient.getRequestToken())], requestOptions);
    }
    static getRequestToken() {
        const token = process.env['ACTIONS_ID_TOKEN_REQUEST_TOKEN'];
        if (!token) {
            throw new Error('Unable to get ACTIONS_ID_TOKEN_REQUEST_TOKEN env variable');
        }
        return token;
    }
    static getIDTokenUrl() {
        const runtimeUrl = process.env['ACTIONS_ID_TOKEN_REQUEST_URL'];
        if (!runtimeUrl) {
            throw new Error('Unable to get ACTIONS_ID_TOKEN_REQUEST_URL env variable');
        }
        return runtimeUrl;
    }
    static getCall(id_token_url) {
        return __awaiter(this, void 0, void 0, function* () {
            var _a;
            const httpclient = oidc_utils_OidcClient.createHttpClient();
            const res = yield httpclient
                .getJson(id_token_url)
                .catch(error => {
                throw new Error(`Failed to get ID Token. \n 
        Error Code : ${error.statusCode}\n 
        Error Message: ${error.message}`);
            });
            const id_token = (_a = res.result) === null || _a === void 0 ? void 0 : _a.value;
            if (!id_token) {
                throw new Error('Response json body do not have ID Token field');
            }
            return id_token;
        });
    }
    static getIDToken(audience) {
        return __awaiter(this, void 0, void 0, function* () {
            try {
                // New ID Token is requested from action service
                let id_token_url = oidc_utils_OidcClient.getIDTokenUrl();
                if (audience) {
                    const encodedAudience = encodeURIComponent(audience);
                    id_token_url = `${id_token_url}&audience=${encodedAudience}`;
                }
                debug(`ID token url is ${id_token_url}`);
                const id_token = yield oidc_utils_OidcClient.getCall(id_token_url);
                setSecret(id_token);
                return id_token;
            }
            catch (error) {
                throw new Error(`Error message: ${error.message}`);
            }
        });
    }
}
//# sourceMappingURL=oidc-utils.js.map
;// CONCATENATED MODULE: ../node_modules/@actions/core/lib/summary.js
var summary_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const { access, appendFile, writeFile } = external_fs_namespaceObject.promises;
const SUMMARY_ENV_VAR = 'GITHUB_STEP_SUMMARY';
const SUMMARY_DOCS_URL = 'https://docs.github.com/actions/using-workflows/workflow-commands-for-github-actions#adding-a-job-summary';
class Summary {
    constructor() {
        this._buffer = '';
    }
    /**
     * Finds the summary file path from the environment, rejects if env var is not found or file does not exist
     * Also checks r/w permissions.
     *
     * @returns step summary file path
     */
    filePath() {
        return summary_awaiter(this, void 0, void 0, function* () {
            if (this._filePath) {
                return this._filePath;
            }
            const pathFromEnv = process.env[SUMMARY_ENV_VAR];
            if (!pathFromEnv) {
                throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
            }
            try {
                yield access(pathFromEnv, external_fs_namespaceObject.constants.R_OK | external_fs_namespaceObject.constants.W_OK);
            }
            catch (_a) {
                throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
            }
            this._filePath = pathFromEnv;
            return this._filePath;
        });
    }
    /**
     * Wraps content in an HTML tag, adding any HTML attributes
     *
     * @param {string} tag HTML tag to wrap
     * @param {string | null} content content within the tag
     * @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
     *
     * @returns {string} content wrapped in HTML element
     */
    wrap(tag, content, attrs = {}) {
        const htmlAttrs = Object.entries(attrs)
            .map(([key, value]) => ` ${key}="${value}"`)
            .join('');
        if (!content) {
            return `<${tag}${htmlAttrs}>`;
        }
        return `<${tag}${htmlAttrs}>${content}</${tag}>`;
    }
    /**
     * Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
     *
     * @param {SummaryWriteOptions} [options] (optional) options for write operation
     *
     * @returns {Promise<Summary>} summary instance
     */
    write(options) {
        return summary_awaiter(this, void 0, void 0, function* () {
            const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
            const filePath = yield this.filePath();
            const writeFunc = overwrite ? writeFile : appendFile;
            yield writeFunc(filePath, this._buffer, { encoding: 'utf8' });
            return this.emptyBuffer();
        });
    }
    /**
     * Clears the summary buffer and wipes the summary file
     *
     * @returns {Summary} summary instance
     */
    clear() {
        return summary_awaiter(this, void 0, void 0, function* () {
            return this.emptyBuffer().write({ overwrite: true });
        });
    }
    /**
     * Returns the current summary buffer as a string
     *
     * @returns {string} string of summary buffer
     */
    stringify() {
        return this._buffer;
    }
    /**
     * If the summary buffer is empty
     *
     * @returns {boolen} true if the buffer is empty
     */
    isEmptyBuffer() {
        return this._buffer.length === 0;
    }
    /**
     * Resets the summary buffer without writing to summary file
     *
     * @returns {Summary} summary instance
     */
    emptyBuffer() {
        this._buffer = '';
        return this;
    }
    /**
     * Adds raw text to the summary buffer
     *
     * @param {string} text content to add
     * @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
     *
     * @returns {Summary} summary instance
     */
    addRaw(text, addEOL = false) {
        this._buffer += text;
        return addEOL ? this.addEOL() : this;
    }
    /**
     * Adds the operating system-specific end-of-line marker to the buffer
     *
     * @returns {Summary} summary instance
     */
    addEOL() {
        return this.addRaw(external_os_namespaceObject.EOL);
    }
    /**
     * Adds an HTML codeblock to the summary buffer
     *
     * @param {string} code content to render within fenced code block
     * @param {string} lang (optional) language to syntax highlight code
     *
     * @returns {Summary} summary instance
     */
    addCodeBlock(code, lang) {
        const attrs = Object.assign({}, (lang && { lang }));
        const element = this.wrap('pre', this.wrap('code', code), attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML list to the summary buffer
     *
     * @param {string[]} items list of items to render
     * @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
     *
     * @returns {Summary} summary instance
     */
    addList(items, ordered = false) {
        const tag = ordered ? 'ol' : 'ul';
        const listItems = items.map(item => this.wrap('li', item)).join('');
        const element = this.wrap(tag, listItems);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML table to the summary buffer
     *
     * @param {SummaryTableCell[]} rows table rows
     *
     * @returns {Summary} summary instance
     */
    addTable(rows) {
        const tableBody = rows
            .map(row => {
            const cells = row
                .map(cell => {
                if (typeof cell === 'string') {
                    return this.wrap('td', cell);
                }
                const { header, data, colspan, rowspan } = cell;
                const tag = header ? 'th' : 'td';
                const attrs = Object.assign(Object.assign({}, (colspan && { colspan })), (rowspan && { rowspan }));
                return this.wrap(tag, data, attrs);
            })
                .join('');
            return this.wrap('tr', cells);
        })
            .join('');
        const element = this.wrap('table', tableBody);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds a collapsable HTML details element to the summary buffer
     *
     * @param {string} label text for the closed state
     * @param {string} content collapsable content
     *
     * @returns {Summary} summary instance
     */
    addDetails(label, content) {
        const element = this.wrap('details', this.wrap('summary', label) + content);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML image tag to the summary buffer
     *
     * @param {string} src path to the image you to embed
     * @param {string} alt text description of the image
     * @param {SummaryImageOptions} options (optional) addition image attributes
     *
     * @returns {Summary} summary instance
     */
    addImage(src, alt, options) {
        const { width, height } = options || {};
        const attrs = Object.assign(Object.assign({}, (width && { width })), (height && { height }));
        const element = this.wrap('img', null, Object.assign({ src, alt }, attrs));
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML section heading element
     *
     * @param {string} text heading text
     * @param {number | string} [level=1] (optional) the heading level, default: 1
     *
     * @returns {Summary} summary instance
     */
    addHeading(text, level) {
        const tag = `h${level}`;
        const allowedTag = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].includes(tag)
            ? tag
            : 'h1';
        const element = this.wrap(allowedTag, text);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML thematic break (<hr>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addSeparator() {
        const element = this.wrap('hr', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML line break (<br>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addBreak() {
        const element = this.wrap('br', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML blockquote to the summary buffer
     *
     * @param {string} text quote text
     * @param {string} cite (optional) citation url
     *
     * @returns {Summary} summary instance
     */
    addQuote(text, cite) {
        const attrs = Object.assign({}, (cite && { cite }));
        const element = this.wrap('blockquote', text, attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML anchor tag to the summary buffer
     *
     * @param {string} text link text/content
     * @param {string} href hyperlink
     *
     * @returns {Summary} summary instance
     */
    addLink(text, href) {
        const element = this.wrap('a', text, { href });
        return this.addRaw(element).addEOL();
    }
}
const _summary = new Summary();
/**
 * @deprecated use `core.summary`
 */
const markdownSummary = (/* unused pure expression or super */ null && (_summary));
const summary = _summary;
//# sourceMappingURL=summary.js.map
;// CONCATENATED MODULE: ../node_modules/@actions/core/lib/path-utils.js

/**
 * toPosixPath converts the given path to the posix form. On Windows, \\ will be
 * replaced with /.
 *
 * @param pth. Path to transform.
 * @return string Posix path.
 */
function toPosixPath(pth) {
    return pth.replace(/[\\]/g, '/');
}
/**
 * toWin32Path converts the given path to the win32 form. On Linux, / will be
 * replaced with \\.
 *
 * @param pth. Path to transform.
 * @return string Win32 path.
 */
function toWin32Path(pth) {
    return pth.replace(/[/]/g, '\\');
}
/**
 * toPlatformPath converts the given path to a platform-specific path. It does
 * this by replacing instances of / and \ with the platform-specific path
 * separator.
 *
 * @param pth The path to platformize.
 * @return string The platform-specific path.
 */
function toPlatformPath(pth) {
    return pth.replace(/[/\\]/g, path.sep);
}
//# sourceMappingURL=path-utils.js.map
;// CONCATENATED MODULE: external "string_decoder"
const external_string_decoder_namespaceObject = require("string_decoder");
;// CONCATENATED MODULE: external "events"
const external_events_namespaceObject = require("events");
;// CONCATENATED MODULE: external "child_process"
const external_child_process_namespaceObject = require("child_process");
;// CONCATENATED MODULE: external "assert"
const external_assert_namespaceObject = require("assert");
;// CONCATENATED MODULE: ../node_modules/@actions/io/lib/io-util.js
var io_util_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const { chmod, copyFile, lstat, mkdir: io_util_mkdir, open: io_util_open, readdir, rename: io_util_rename, rm, rmdir, stat: io_util_stat, symlink, unlink } = external_fs_namespaceObject.promises;
// export const {open} = 'fs'
const IS_WINDOWS = process.platform === 'win32';
/**
 * Custom implementation of readlink to ensure Windows junctions
 * maintain trailing backslash for backward compatibility with Node.js < 24
 *
 * In Node.js 20, Windows junctions (directory symlinks) always returned paths
 * with trailing backslashes. Node.js 24 removed this behavior, which breaks
 * code that relied on this format for path operations.
 *
 * This implementation restores the Node 20 behavior by adding a trailing
 * backslash to all junction results on Windows.
 */
function readlink(fsPath) {
    return io_util_awaiter(this, void 0, void 0, function* () {
        const result = yield fs.promises.readlink(fsPath);
        // On Windows, restore Node 20 behavior: add trailing backslash to all results
        // since junctions on Windows are always directory links
        if (IS_WINDOWS && !result.endsWith('\\')) {
            return `${result}\\`;
        }
        return result;
    });
}
// See https://github.com/nodejs/node/blob/d0153aee367422d0858105abec186da4dff0a0c5/deps/uv/include/uv/win.h#L691
const UV_FS_O_EXLOCK = 0x10000000;
const READONLY = external_fs_namespaceObject.constants.O_RDONLY;
function exists(fsPath) {
    return io_util_awaiter(this, void 0, void 0, function* () {
        try {
            yield io_util_stat(fsPath);
        }
        catch (err) {
            if (err.code === 'ENOENT') {
                return false;
            }
            throw err;
        }
        return true;
    });
}
function isDirectory(fsPath_1) {
    return io_util_awaiter(this, arguments, void 0, function* (fsPath, useStat = false) {
        const stats = useStat ? yield io_util_stat(fsPath) : yield lstat(fsPath);
        return stats.isDirectory();
    });
}
/**
 * On OSX/Linux, true if path starts with '/'. On Windows, true for paths like:
 * \, \hello, \\hello\share, C:, and C:\hello (and corresponding alternate separator cases).
 */
function isRooted(p) {
    p = normalizeSeparators(p);
    if (!p) {
        throw new Error('isRooted() parameter "p" cannot be empty');
    }
    if (IS_WINDOWS) {
        return (p.startsWith('\\') || /^[A-Z]:/i.test(p) // e.g. \ or \hello or \\hello
        ); // e.g. C: or C:\hello
    }
    return p.startsWith('/');
}
/**
 * Best effort attempt to determine whether a file exists and is executable.
 * @param filePath    file path to check
 * @param extensions  additional file extensions to try
 * @return if file exists and is executable, returns the file path. otherwise empty string.
 */
function tryGetExecutablePath(filePath, extensions) {
    return io_util_awaiter(this, void 0, void 0, function* () {
        let stats = undefined;
        try {
            // test file exists
            stats = yield io_util_stat(filePath);
        }
        catch (err) {
            if (err.code !== 'ENOENT') {
                // eslint-disable-next-line no-console
                console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
            }
        }
        if (stats && stats.isFile()) {
            if (IS_WINDOWS) {
                // on Windows, test for valid extension
                const upperExt = external_path_namespaceObject.extname(filePath).toUpperCase();
                if (extensions.some(validExt => validExt.toUpperCase() === upperExt)) {
                    return filePath;
                }
            }
            else {
                if (isUnixExecutable(stats)) {
                    return filePath;
                }
            }
        }
        // try each extension
        const originalFilePath = filePath;
        for (const extension of extensions) {
            filePath = originalFilePath + extension;
            stats = undefined;
            try {
                stats = yield io_util_stat(filePath);
            }
            catch (err) {
                if (err.code !== 'ENOENT') {
                    // eslint-disable-next-line no-console
                    console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
                }
            }
            if (stats && stats.isFile()) {
                if (IS_WINDOWS) {
                    // preserve the case of the actual file (since an extension was appended)
                    try {
                        const directory = external_path_namespaceObject.dirname(filePath);
                        const upperName = external_path_namespaceObject.basename(filePath).toUpperCase();
                        for (const actualName of yield readdir(directory)) {
                            if (upperName === actualName.toUpperCase()) {
                                filePath = external_path_namespaceObject.join(directory, actualName);
                                break;
                            }
                        }
                    }
                    catch (err) {
                        // eslint-disable-next-line no-console
                        console.log(`Unexpected error attempting to determine the actual case of the file '${filePath}': ${err}`);
                    }
                    return filePath;
                }
                else {
                    if (isUnixExecutable(stats)) {
                        return filePath;
                    }
                }
            }
        }
        return '';
    });
}
function normalizeSeparators(p) {
    p = p || '';
    if (IS_WINDOWS) {
        // convert slashes on Windows
        p = p.replace(/\//g, '\\');
        // remove redundant slashes
        return p.replace(/\\\\+/g, '\\');
    }
    // remove redundant slashes
    return p.replace(/\/\/+/g, '/');
}
// on Mac/Linux, test the execute bit
//     R   W  X  R  W X R W X
//   256 128 64 32 16 8 4 2 1
function isUnixExecutable(stats) {
    return ((stats.mode & 1) > 0 ||
        ((stats.mode & 8) > 0 &&
            process.getgid !== undefined &&
            stats.gid === process.getgid()) ||
        ((stats.mode & 64) > 0 &&
            process.getuid !== undefined &&
            stats.uid === process.getuid()));
}
// Get the path of cmd.exe in windows
function getCmdPath() {
    var _a;
    return (_a = process.env['COMSPEC']) !== null && _a !== void 0 ? _a : `cmd.exe`;
}
//# sourceMappingURL=io-util.js.map
;// CONCATENATED MODULE: ../node_modules/@actions/io/lib/io.js
var io_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};



/**
 * Copies a file or folder.
 * Based off of shelljs - https://github.com/shelljs/shelljs/blob/9237f66c52e5daa40458f94f9565e18e8132f5a6/src/cp.js
 *
 * @param     source    source path
 * @param     dest      destination path
 * @param     options   optional. See CopyOptions.
 */
function cp(source_1, dest_1) {
    return io_awaiter(this, arguments, void 0, function* (source, dest, options = {}) {
        const { force, recursive, copySourceDirectory } = readCopyOptions(options);
        const destStat = (yield ioUtil.exists(dest)) ? yield ioUtil.stat(dest) : null;
        // Dest is an existing file, but not forcing
        if (destStat && destStat.isFile() && !force) {
            return;
        }
        // If dest is an existing directory, should copy inside.
        const newDest = destStat && destStat.isDirectory() && copySourceDirectory
            ? path.join(dest, path.basename(source))
            : dest;
        if (!(yield ioUtil.exists(source))) {
            throw new Error(`no such file or directory: ${source}`);
        }
        const sourceStat = yield ioUtil.stat(source);
        if (sourceStat.isDirectory()) {
            if (!recursive) {
                throw new Error(`Failed to copy. ${source} is a directory, but tried to copy without recursive flag.`);
            }
            else {
                yield cpDirRecursive(source, newDest, 0, force);
            }
        }
        else {
            if (path.relative(source, newDest) === '') {
                // a file cannot be copied to itself
                throw new Error(`'${newDest}' and '${source}' are the same file`);
            }
            yield io_copyFile(source, newDest, force);
        }
    });
}
/**
 * Moves a path.
 *
 * @param     source    source path
 * @param     dest      destination path
 * @param     options   optional. See MoveOptions.
 */
function mv(source_1, dest_1) {
    return io_awaiter(this, arguments, void 0, function* (source, dest, options = {}) {
        if (yield ioUtil.exists(dest)) {
            let destExists = true;
            if (yield ioUtil.isDirectory(dest)) {
                // If dest is directory copy src into dest
                dest = path.join(dest, path.basename(source));
                destExists = yield ioUtil.exists(dest);
            }
            if (destExists) {
                if (options.force == null || options.force) {
                    yield rmRF(dest);
                }
                else {
                    throw new Error('Destination already exists');
                }
            }
        }
        yield mkdirP(path.dirname(dest));
        yield ioUtil.rename(source, dest);
    });
}
/**
 * Remove a path recursively with force
 *
 * @param inputPath path to remove
 */
function rmRF(inputPath) {
    return io_awaiter(this, void 0, void 0, function* () {
        if (ioUtil.IS_WINDOWS) {
            // Check for invalid characters
            // https://docs.microsoft.com/en-us/windows/win32/fileio/naming-a-file
            if (/[*"<>|]/.test(inputPath)) {
                throw new Error('File path must not contain `*`, `"`, `<`, `>` or `|` on Windows');
            }
        }
        try {
            // note if path does not exist, error is silent
            yield ioUtil.rm(inputPath, {
                force: true,
                maxRetries: 3,
                recursive: true,
                retryDelay: 300
            });
        }
        catch (err) {
            throw new Error(`File was unable to be removed ${err}`);
        }
    });
}
/**
 * Make a directory.  Creates the full path with folders in between
 * Will throw if it fails
 *
 * @param   fsPath        path to create
 * @returns Promise<void>
 */
function mkdirP(fsPath) {
    return io_awaiter(this, void 0, void 0, function* () {
        ok(fsPath, 'a path argument must be provided');
        yield ioUtil.mkdir(fsPath, { recursive: true });
    });
}
/**
 * Returns path of a tool had the tool actually been invoked.  Resolves via paths.
 * If you check and the tool does not exist, it will throw.
 *
 * @param     tool              name of the tool
 * @param     check             whether to check if tool exists
 * @returns   Promise<string>   path to tool
 */
function which(tool, check) {
    return io_awaiter(this, void 0, void 0, function* () {
        if (!tool) {
            throw new Error("parameter 'tool' is required");
        }
        // recursive when check=true
        if (check) {
            const result = yield which(tool, false);
            if (!result) {
                if (IS_WINDOWS) {
                    throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also verify the file has a valid extension for an executable file.`);
                }
                else {
                    throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also check the file mode to verify the file is executable.`);
                }
            }
            return result;
        }
        const matches = yield findInPath(tool);
        if (matches && matches.length > 0) {
            return matches[0];
        }
        return '';
    });
}
/**
 * Returns a list of all occurrences of the given tool on the system path.
 *
 * @returns   Promise<string[]>  the paths of the tool
 */
function findInPath(tool) {
    return io_awaiter(this, void 0, void 0, function* () {
        if (!tool) {
            throw new Error("parameter 'tool' is required");
        }
        // build the list of extensions to try
        const extensions = [];
        if (IS_WINDOWS && process.env['PATHEXT']) {
            for (const extension of process.env['PATHEXT'].split(external_path_namespaceObject.delimiter)) {
                if (extension) {
                    extensions.push(extension);
                }
            }
        }
        // if it's rooted, return it if exists. otherwise return empty.
        if (isRooted(tool)) {
            const filePath = yield tryGetExecutablePath(tool, extensions);
            if (filePath) {
                return [filePath];
            }
            return [];
        }
        // if any path separators, return empty
        if (tool.includes(external_path_namespaceObject.sep)) {
            return [];
        }
        // build the list of directories
        //
        // Note, technically "where" checks the current directory on Windows. From a toolkit perspective,
        // it feels like we should not do this. Checking the current directory seems like more of a use
        // case of a shell, and the which() function exposed by the toolkit should strive for consistency
        // across platforms.
        const directories = [];
        if (process.env.PATH) {
            for (const p of process.env.PATH.split(external_path_namespaceObject.delimiter)) {
                if (p) {
                    directories.push(p);
                }
            }
        }
        // find all matches
        const matches = [];
        for (const directory of directories) {
            const filePath = yield tryGetExecutablePath(external_path_namespaceObject.join(directory, tool), extensions);
            if (filePath) {
                matches.push(filePath);
            }
        }
        return matches;
    });
}
function readCopyOptions(options) {
    const force = options.force == null ? true : options.force;
    const recursive = Boolean(options.recursive);
    const copySourceDirectory = options.copySourceDirectory == null
        ? true
        : Boolean(options.copySourceDirectory);
    return { force, recursive, copySourceDirectory };
}
function cpDirRecursive(sourceDir, destDir, currentDepth, force) {
    return io_awaiter(this, void 0, void 0, function* () {
        // Ensure there is not a run away recursive copy
        if (currentDepth >= 255)
            return;
        currentDepth++;
        yield mkdirP(destDir);
        const files = yield ioUtil.readdir(sourceDir);
        for (const fileName of files) {
            const srcFile = `${sourceDir}/${fileName}`;
            const destFile = `${destDir}/${fileName}`;
            const srcFileStat = yield ioUtil.lstat(srcFile);
            if (srcFileStat.isDirectory()) {
                // Recurse
                yield cpDirRecursive(srcFile, destFile, currentDepth, force);
            }
            else {
                yield io_copyFile(srcFile, destFile, force);
            }
        }
        // Change the mode for the newly created directory
        yield ioUtil.chmod(destDir, (yield ioUtil.stat(sourceDir)).mode);
    });
}
// Buffered file copy
function io_copyFile(srcFile, destFile, force) {
    return io_awaiter(this, void 0, void 0, function* () {
        if ((yield ioUtil.lstat(srcFile)).isSymbolicLink()) {
            // unlink/re-link it
            try {
                yield ioUtil.lstat(destFile);
                yield ioUtil.unlink(destFile);
            }
            catch (e) {
                // Try to override file permission
                if (e.code === 'EPERM') {
                    yield ioUtil.chmod(destFile, '0666');
                    yield ioUtil.unlink(destFile);
                }
                // other errors = it doesn't exist, no work to do
            }
            // Copy over symlink
            const symlinkFull = yield ioUtil.readlink(srcFile);
            yield ioUtil.symlink(symlinkFull, destFile, ioUtil.IS_WINDOWS ? 'junction' : null);
        }
        else if (!(yield ioUtil.exists(destFile)) || force) {
            yield ioUtil.copyFile(srcFile, destFile);
        }
    });
}
//# sourceMappingURL=io.js.map
;// CONCATENATED MODULE: external "timers"
const external_timers_namespaceObject = require("timers");
;// CONCATENATED MODULE: ../node_modules/@actions/exec/lib/toolrunner.js
var toolrunner_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};







/* eslint-disable @typescript-eslint/unbound-method */
const toolrunner_IS_WINDOWS = process.platform === 'win32';
/*
 * Class for running command line tools. Handles quoting and arg parsing in a platform agnostic way.
 */
class ToolRunner extends external_events_namespaceObject.EventEmitter {
    constructor(toolPath, args, options) {
        super();
        if (!toolPath) {
            throw new Error("Parameter 'toolPath' cannot be null or empty.");
        }
        this.toolPath = toolPath;
        this.args = args || [];
        this.options = options || {};
    }
    _debug(message) {
        if (this.options.listeners && this.options.listeners.debug) {
            this.options.listeners.debug(message);
        }
    }
    _getCommandString(options, noPrefix) {
        const toolPath = this._getSpawnFileName();
        const args = this._getSpawnArgs(options);
        let cmd = noPrefix ? '' : '[command]'; // omit prefix when piped to a second tool
        if (toolrunner_IS_WINDOWS) {
            // Windows + cmd file
            if (this._isCmdFile()) {
                cmd += toolPath;
                for (const a of args) {
                    cmd += ` ${a}`;
                }
            }
            // Windows + verbatim
            else if (options.windowsVerbatimArguments) {
                cmd += `"${toolPath}"`;
                for (const a of args) {
                    cmd += ` ${a}`;
                }
            }
            // Windows (regular)
            else {
                cmd += this._windowsQuoteCmdArg(toolPath);
                for (const a of args) {
                    cmd += ` ${this._windowsQuoteCmdArg(a)}`;
                }
            }
        }
        else {
            // OSX/Linux - this can likely be improved with some form of quoting.
            // creating processes on Unix is fundamentally different than Windows.
            // on Unix, execvp() takes an arg array.
            cmd += toolPath;
            for (const a of args) {
                cmd += ` ${a}`;
            }
        }
        return cmd;
    }
    _processLineBuffer(data, strBuffer, onLine) {
        try {
            let s = strBuffer + data.toString();
            let n = s.indexOf(external_os_namespaceObject.EOL);
            while (n > -1) {
                const line = s.substring(0, n);
                onLine(line);
                // the rest of the string ...
                s = s.substring(n + external_os_namespaceObject.EOL.length);
                n = s.indexOf(external_os_namespaceObject.EOL);
            }
            return s;
        }
        catch (err) {
            // streaming lines to console is best effort.  Don't fail a build.
            this._debug(`error processing line. Failed with error ${err}`);
            return '';
        }
    }
    _getSpawnFileName() {
        if (toolrunner_IS_WINDOWS) {
            if (this._isCmdFile()) {
                return process.env['COMSPEC'] || 'cmd.exe';
            }
        }
        return this.toolPath;
    }
    _getSpawnArgs(options) {
        if (toolrunner_IS_WINDOWS) {
            if (this._isCmdFile()) {
                let argline = `/D /S /C "${this._windowsQuoteCmdArg(this.toolPath)}`;
                for (const a of this.args) {
                    argline += ' ';
                    argline += options.windowsVerbatimArguments
                        ? a
                        : this._windowsQuoteCmdArg(a);
                }
                argline += '"';
                return [argline];
            }
        }
        return this.args;
    }
    _endsWith(str, end) {
        return str.endsWith(end);
    }
    _isCmdFile() {
        const upperToolPath = this.toolPath.toUpperCase();
        return (this._endsWith(upperToolPath, '.CMD') ||
            this._endsWith(upperToolPath, '.BAT'));
    }
    _windowsQuoteCmdArg(arg) {
        // for .exe, apply the normal quoting rules that libuv applies
        if (!this._isCmdFile()) {
            return this._uvQuoteCmdArg(arg);
        }
        // otherwise apply quoting rules specific to the cmd.exe command line parser.
        // the libuv rules are generic and are not designed specifically for cmd.exe
        // command line parser.
        //
        // for a detailed description of the cmd.exe command line parser, refer to
        // http://stackoverflow.com/questions/4094699/how-does-the-windows-command-interpreter-cmd-exe-parse-scripts/7970912#7970912
        // need quotes for empty arg
        if (!arg) {
            return '""';
        }
        // determine whether the arg needs to be quoted
        const cmdSpecialChars = [
            ' ',
            '\t',
            '&',
            '(',
            ')',
            '[',
            ']',
            '{',
            '}',
            '^',
            '=',
            ';',
            '!',
            "'",
            '+',
            ',',
            '`',
            '~',
            '|',
            '<',
            '>',
            '"'
        ];
        let needsQuotes = false;
        for (const char of arg) {
            if (cmdSpecialChars.some(x => x === char)) {
                needsQuotes = true;
                break;
            }
        }
        // short-circuit if quotes not needed
        if (!needsQuotes) {
            return arg;
        }
        // the following quoting rules are very similar to the rules that by libuv applies.
        //
        // 1) wrap the string in quotes
        //
        // 2) double-up quotes - i.e. " => ""
        //
        //    this is different from the libuv quoting rules. libuv replaces " with \", which unfortunately
        //    doesn't work well with a cmd.exe command line.
        //
        //    note, replacing " with "" also works well if the arg is passed to a downstream .NET console app.
        //    for example, the command line:
        //          foo.exe "myarg:""my val"""
        //    is parsed by a .NET console app into an arg array:
        //          [ "myarg:\"my val\"" ]
        //    which is the same end result when applying libuv quoting rules. although the actual
        //    command line from libuv quoting rules would look like:
        //          foo.exe "myarg:\"my val\""
        //
        // 3) double-up slashes that precede a quote,
        //    e.g.  hello \world    => "hello \world"
        //          hello\"world    => "hello\\""world"
        //          hello\\"world   => "hello\\\\""world"
        //          hello world\    => "hello world\\"
        //
        //    technically this is not required for a cmd.exe command line, or the batch argument parser.
        //    the reasons for including this as a .cmd quoting rule are:
        //
        //    a) this is optimized for the scenario where the argument is passed from the .cmd file to an
        //       external program. many programs (e.g. .NET console apps) rely on the slash-doubling rule.
        //
        //    b) it's what we've been doing previously (by deferring to node default behavior) and we
        //       haven't heard any complaints about that aspect.
        //
        // note, a weakness of the quoting rules chosen here, is that % is not escaped. in fact, % cannot be
        // escaped when used on the command line directly - even though within a .cmd file % can be escaped
        // by using %%.
        //
        // the saving grace is, on the command line, %var% is left as-is if var is not defined. this contrasts
        // the line parsing rules within a .cmd file, where if var is not defined it is replaced with nothing.
        //
        // one option that was explored was replacing % with ^% - i.e. %var% => ^%var^%. this hack would
        // often work, since it is unlikely that var^ would exist, and the ^ character is removed when the
        // variable is used. the problem, however, is that ^ is not removed when %* is used to pass the args
        // to an external program.
        //
        // an unexplored potential solution for the % escaping problem, is to create a wrapper .cmd file.
        // % can be escaped within a .cmd file.
        let reverse = '"';
        let quoteHit = true;
        for (let i = arg.length; i > 0; i--) {
            // walk the string in reverse
            reverse += arg[i - 1];
            if (quoteHit && arg[i - 1] === '\\') {
                reverse += '\\'; // double the slash
            }
            else if (arg[i - 1] === '"') {
                quoteHit = true;
                reverse += '"'; // double the quote
            }
            else {
                quoteHit = false;
            }
        }
        reverse += '"';
        return reverse.split('').reverse().join('');
    }
    _uvQuoteCmdArg(arg) {
        // Tool runner wraps child_process.spawn() and needs to apply the same quoting as
        // Node in certain cases where the undocumented spawn option windowsVerbatimArguments
        // is used.
        //
        // Since this function is a port of quote_cmd_arg from Node 4.x (technically, lib UV,
        // see https://github.com/nodejs/node/blob/v4.x/deps/uv/src/win/process.c for details),
        // pasting copyright notice from Node within this function:
        //
        //      Copyright Joyent, Inc. and other Node contributors. All rights reserved.
        //
        //      Permission is hereby granted, free of charge, to any person obtaining a copy
        //      of this software and associated documentation files (the "Software"), to
        //      deal in the Software without restriction, including without limitation the
        //      rights to use, copy, modify, merge, publish, distribute, sublicense, and/or
        //      sell copies of the Software, and to permit persons to whom the Software is
        //      furnished to do so, subject to the following conditions:
        //
        //      The above copyright notice and this permission notice shall be included in
        //      all copies or substantial portions of the Software.
        //
        //      THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
        //      IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
        //      FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
        //      AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
        //      LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING
        //      FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS
        //      IN THE SOFTWARE.
        if (!arg) {
            // Need double quotation for empty argument
            return '""';
        }
        if (!arg.includes(' ') && !arg.includes('\t') && !arg.includes('"')) {
            // No quotation needed
            return arg;
        }
        if (!arg.includes('"') && !arg.includes('\\')) {
            // No embedded double quotes or backslashes, so I can just wrap
            // quote marks around the whole thing.
            return `"${arg}"`;
        }
        // Expected input/output:
        //   input : hello"world
        //   output: "hello\"world"
        //   input : hello""world
        //   output: "hello\"\"world"
        //   input : hello\world
        //   output: hello\world
        //   input : hello\\world
        //   output: hello\\world
        //   input : hello\"world
        //   output: "hello\\\"world"
        //   input : hello\\"world
        //   output: "hello\\\\\"world"
        //   input : hello world\
        //   output: "hello world\\" - note the comment in libuv actually reads "hello world\"
        //                             but it appears the comment is wrong, it should be "hello world\\"
        let reverse = '"';
        let quoteHit = true;
        for (let i = arg.length; i > 0; i--) {
            // walk the string in reverse
            reverse += arg[i - 1];
            if (quoteHit && arg[i - 1] === '\\') {
                reverse += '\\';
            }
            else if (arg[i - 1] === '"') {
                quoteHit = true;
                reverse += '\\';
            }
            else {
                quoteHit = false;
            }
        }
        reverse += '"';
        return reverse.split('').reverse().join('');
    }
    _cloneExecOptions(options) {
        options = options || {};
        const result = {
            cwd: options.cwd || process.cwd(),
            env: options.env || process.env,
            silent: options.silent || false,
            windowsVerbatimArguments: options.windowsVerbatimArguments || false,
            failOnStdErr: options.failOnStdErr || false,
            ignoreReturnCode: options.ignoreReturnCode || false,
            delay: options.delay || 10000
        };
        result.outStream = options.outStream || process.stdout;
        result.errStream = options.errStream || process.stderr;
        return result;
    }
    _getSpawnOptions(options, toolPath) {
        options = options || {};
        const result = {};
        result.cwd = options.cwd;
        result.env = options.env;
        result['windowsVerbatimArguments'] =
            options.windowsVerbatimArguments || this._isCmdFile();
        if (options.windowsVerbatimArguments) {
            result.argv0 = `"${toolPath}"`;
        }
        return result;
    }
    /**
     * Exec a tool.
     * Output will be streamed to the live console.
     * Returns promise with return code
     *
     * @param     tool     path to tool to exec
     * @param     options  optional exec options.  See ExecOptions
     * @returns   number
     */
    exec() {
        return toolrunner_awaiter(this, void 0, void 0, function* () {
            // root the tool path if it is unrooted and contains relative pathing
            if (!isRooted(this.toolPath) &&
                (this.toolPath.includes('/') ||
                    (toolrunner_IS_WINDOWS && this.toolPath.includes('\\')))) {
                // prefer options.cwd if it is specified, however options.cwd may also need to be rooted
                this.toolPath = external_path_namespaceObject.resolve(process.cwd(), this.options.cwd || process.cwd(), this.toolPath);
            }
            // if the tool is only a file name, then resolve it from the PATH
            // otherwise verify it exists (add extension on Windows if necessary)
            this.toolPath = yield which(this.toolPath, true);
            return new Promise((resolve, reject) => toolrunner_awaiter(this, void 0, void 0, function* () {
                this._debug(`exec tool: ${this.toolPath}`);
                this._debug('arguments:');
                for (const arg of this.args) {
                    this._debug(`   ${arg}`);
                }
                const optionsNonNull = this._cloneExecOptions(this.options);
                if (!optionsNonNull.silent && optionsNonNull.outStream) {
                    optionsNonNull.outStream.write(this._getCommandString(optionsNonNull) + external_os_namespaceObject.EOL);
                }
                const state = new ExecState(optionsNonNull, this.toolPath);
                state.on('debug', (message) => {
                    this._debug(message);
                });
                if (this.options.cwd && !(yield exists(this.options.cwd))) {
                    return reject(new Error(`The cwd: ${this.options.cwd} does not exist!`));
                }
                const fileName = this._getSpawnFileName();
                const cp = external_child_process_namespaceObject.spawn(fileName, this._getSpawnArgs(optionsNonNull), this._getSpawnOptions(this.options, fileName));
                let stdbuffer = '';
                if (cp.stdout) {
                    cp.stdout.on('data', (data) => {
                        if (this.options.listeners && this.options.listeners.stdout) {
                            this.options.listeners.stdout(data);
                        }
                        if (!optionsNonNull.silent && optionsNonNull.outStream) {
                            optionsNonNull.outStream.write(data);
                        }
                        stdbuffer = this._processLineBuffer(data, stdbuffer, (line) => {
                            if (this.options.listeners && this.options.listeners.stdline) {
                                this.options.listeners.stdline(line);
                            }
                        });
                    });
                }
                let errbuffer = '';
                if (cp.stderr) {
                    cp.stderr.on('data', (data) => {
                        state.processStderr = true;
                        if (this.options.listeners && this.options.listeners.stderr) {
                            this.options.listeners.stderr(data);
                        }
                        if (!optionsNonNull.silent &&
                            optionsNonNull.errStream &&
                            optionsNonNull.outStream) {
                            const s = optionsNonNull.failOnStdErr
                                ? optionsNonNull.errStream
                                : optionsNonNull.outStream;
                            s.write(data);
                        }
                        errbuffer = this._processLineBuffer(data, errbuffer, (line) => {
                            if (this.options.listeners && this.options.listeners.errline) {
                                this.options.listeners.errline(line);
                            }
                        });
                    });
                }
                cp.on('error', (err) => {
                    state.processError = err.message;
                    state.processExited = true;
                    state.processClosed = true;
                    state.CheckComplete();
                });
                cp.on('exit', (code) => {
                    state.processExitCode = code;
                    state.processExited = true;
                    this._debug(`Exit code ${code} received from tool '${this.toolPath}'`);
                    state.CheckComplete();
                });
                cp.on('close', (code) => {
                    state.processExitCode = code;
                    state.processExited = true;
                    state.processClosed = true;
                    this._debug(`STDIO streams have closed for tool '${this.toolPath}'`);
                    state.CheckComplete();
                });
                state.on('done', (error, exitCode) => {
                    if (stdbuffer.length > 0) {
                        this.emit('stdline', stdbuffer);
                    }
                    if (errbuffer.length > 0) {
                        this.emit('errline', errbuffer);
                    }
                    cp.removeAllListeners();
                    if (error) {
                        reject(error);
                    }
                    else {
                        resolve(exitCode);
                    }
                });
                if (this.options.input) {
                    if (!cp.stdin) {
                        throw new Error('child process missing stdin');
                    }
                    cp.stdin.end(this.options.input);
                }
            }));
        });
    }
}
/**
 * Convert an arg string to an array of args. Handles escaping
 *
 * @param    argString   string of arguments
 * @returns  string[]    array of arguments
 */
function argStringToArray(argString) {
    const args = [];
    let inQuotes = false;
    let escaped = false;
    let arg = '';
    function append(c) {
        // we only escape double quotes.
        if (escaped && c !== '"') {
            arg += '\\';
        }
        arg += c;
        escaped = false;
    }
    for (let i = 0; i < argString.length; i++) {
        const c = argString.charAt(i);
        if (c === '"') {
            if (!escaped) {
                inQuotes = !inQuotes;
            }
            else {
                append(c);
            }
            continue;
        }
        if (c === '\\' && escaped) {
            append(c);
            continue;
        }
        if (c === '\\' && inQuotes) {
            escaped = true;
            continue;
        }
        if (c === ' ' && !inQuotes) {
            if (arg.length > 0) {
                args.push(arg);
                arg = '';
            }
            continue;
        }
        append(c);
    }
    if (arg.length > 0) {
        args.push(arg.trim());
    }
    return args;
}
class ExecState extends external_events_namespaceObject.EventEmitter {
    constructor(options, toolPath) {
        super();
        this.processClosed = false; // tracks whether the process has exited and stdio is closed
        this.processError = '';
        this.processExitCode = 0;
        this.processExited = false; // tracks whether the process has exited
        this.processStderr = false; // tracks whether stderr was written to
        this.delay = 10000; // 10 seconds
        this.done = false;
        this.timeout = null;
        if (!toolPath) {
            throw new Error('toolPath must not be empty');
        }
        this.options = options;
        this.toolPath = toolPath;
        if (options.delay) {
            this.delay = options.delay;
        }
    }
    CheckComplete() {
        if (this.done) {
            return;
        }
        if (this.processClosed) {
            this._setResult();
        }
        else if (this.processExited) {
            this.timeout = (0,external_timers_namespaceObject.setTimeout)(ExecState.HandleTimeout, this.delay, this);
        }
    }
    _debug(message) {
        this.emit('debug', message);
    }
    _setResult() {
        // determine whether there is an error
        let error;
        if (this.processExited) {
            if (this.processError) {
                error = new Error(`There was an error when attempting to execute the process '${this.toolPath}'. This may indicate the process failed to start. Error: ${this.processError}`);
            }
            else if (this.processExitCode !== 0 && !this.options.ignoreReturnCode) {
                error = new Error(`The process '${this.toolPath}' failed with exit code ${this.processExitCode}`);
            }
            else if (this.processStderr && this.options.failOnStdErr) {
                error = new Error(`The process '${this.toolPath}' failed because one or more lines were written to the STDERR stream`);
            }
        }
        // clear the timeout
        if (this.timeout) {
            clearTimeout(this.timeout);
            this.timeout = null;
        }
        this.done = true;
        this.emit('done', error, this.processExitCode);
    }
    static HandleTimeout(state) {
        if (state.done) {
            return;
        }
        if (!state.processClosed && state.processExited) {
            const message = `The STDIO streams did not close within ${state.delay / 1000} seconds of the exit event from process '${state.toolPath}'. This may indicate a child process inherited the STDIO streams and has not yet exited.`;
            state._debug(message);
        }
        state._setResult();
    }
}
//# sourceMappingURL=toolrunner.js.map
;// CONCATENATED MODULE: ../node_modules/@actions/exec/lib/exec.js
var exec_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


/**
 * Exec a command.
 * Output will be streamed to the live console.
 * Returns promise with return code
 *
 * @param     commandLine        command to execute (can include additional args). Must be correctly escaped.
 * @param     args               optional arguments for tool. Escaping is handled by the lib.
 * @param     options            optional exec options.  See ExecOptions
 * @returns   Promise<number>    exit code
 */
function exec_exec(commandLine, args, options) {
    return exec_awaiter(this, void 0, void 0, function* () {
        const commandArgs = tr.argStringToArray(commandLine);
        if (commandArgs.length === 0) {
            throw new Error(`Parameter 'commandLine' cannot be null or empty.`);
        }
        // Path to tool to execute should be first arg
        const toolPath = commandArgs[0];
        args = commandArgs.slice(1).concat(args || []);
        const runner = new tr.ToolRunner(toolPath, args, options);
        return runner.exec();
    });
}
/**
 * Exec a command and get the output.
 * Output will be streamed to the live console.
 * Returns promise with the exit code and collected stdout and stderr
 *
 * @param     commandLine           command to execute (can include additional args). Must be correctly escaped.
 * @param     args                  optional arguments for tool. Escaping is handled by the lib.
 * @param     options               optional exec options.  See ExecOptions
 * @returns   Promise<ExecOutput>   exit code, stdout, and stderr
 */
function getExecOutput(commandLine, args, options) {
    return exec_awaiter(this, void 0, void 0, function* () {
        var _a, _b;
        let stdout = '';
        let stderr = '';
        //Using string decoder covers the case where a mult-byte character is split
        const stdoutDecoder = new StringDecoder('utf8');
        const stderrDecoder = new StringDecoder('utf8');
        const originalStdoutListener = (_a = options === null || options === void 0 ? void 0 : options.listeners) === null || _a === void 0 ? void 0 : _a.stdout;
        const originalStdErrListener = (_b = options === null || options === void 0 ? void 0 : options.listeners) === null || _b === void 0 ? void 0 : _b.stderr;
        const stdErrListener = (data) => {
            stderr += stderrDecoder.write(data);
            if (originalStdErrListener) {
                originalStdErrListener(data);
            }
        };
        const stdOutListener = (data) => {
            stdout += stdoutDecoder.write(data);
            if (originalStdoutListener) {
                originalStdoutListener(data);
            }
        };
        const listeners = Object.assign(Object.assign({}, options === null || options === void 0 ? void 0 : options.listeners), { stdout: stdOutListener, stderr: stdErrListener });
        const exitCode = yield exec_exec(commandLine, args, Object.assign(Object.assign({}, options), { listeners }));
        //flush any remaining characters
        stdout += stdoutDecoder.end();
        stderr += stderrDecoder.end();
        return {
            exitCode,
            stdout,
            stderr
        };
    });
}
//# sourceMappingURL=exec.js.map
;// CONCATENATED MODULE: ../node_modules/@actions/core/lib/platform.js
var platform_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const getWindowsInfo = () => platform_awaiter(void 0, void 0, void 0, function* () {
    const { stdout: version } = yield exec.getExecOutput('powershell -command "(Get-CimInstance -ClassName Win32_OperatingSystem).Version"', undefined, {
        silent: true
    });
    const { stdout: name } = yield exec.getExecOutput('powershell -command "(Get-CimInstance -ClassName Win32_OperatingSystem).Caption"', undefined, {
        silent: true
    });
    return {
        name: name.trim(),
        version: version.trim()
    };
});
const getMacOsInfo = () => platform_awaiter(void 0, void 0, void 0, function* () {
    var _a, _b, _c, _d;
    const { stdout } = yield exec.getExecOutput('sw_vers', undefined, {
        silent: true
    });
    const version = (_b = (_a = stdout.match(/ProductVersion:\s*(.+)/)) === null || _a === void 0 ? void 0 : _a[1]) !== null && _b !== void 0 ? _b : '';
    const name = (_d = (_c = stdout.match(/ProductName:\s*(.+)/)) === null || _c === void 0 ? void 0 : _c[1]) !== null && _d !== void 0 ? _d : '';
    return {
        name,
        version
    };
});
const getLinuxInfo = () => platform_awaiter(void 0, void 0, void 0, function* () {
    const { stdout } = yield exec.getExecOutput('lsb_release', ['-i', '-r', '-s'], {
        silent: true
    });
    const [name, version] = stdout.trim().split('\n');
    return {
        name,
        version
    };
});
const platform = external_os_namespaceObject.platform();
const arch = external_os_namespaceObject.arch();
const isWindows = platform === 'win32';
const isMacOS = platform === 'darwin';
const isLinux = platform === 'linux';
function getDetails() {
    return platform_awaiter(this, void 0, void 0, function* () {
        return Object.assign(Object.assign({}, (yield (isWindows
            ? getWindowsInfo()
            : isMacOS
                ? getMacOsInfo()
                : getLinuxInfo()))), { platform,
            arch,
            isWindows,
            isMacOS,
            isLinux });
    });
}
//# sourceMappingURL=platform.js.map
;// CONCATENATED MODULE: ../node_modules/@actions/core/lib/core.js
var core_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};






/**
 * The code to exit an action
 */
var ExitCode;
(function (ExitCode) {
    /**
     * A code indicating that the action was successful
     */
    ExitCode[ExitCode["Success"] = 0] = "Success";
    /**
     * A code indicating that the action was a failure
     */
    ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
//-----------------------------------------------------------------------
// Variables
//-----------------------------------------------------------------------
/**
 * Sets env variable for this action and future actions in the job
 * @param name the name of the variable to set
 * @param val the value of the variable. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function exportVariable(name, val) {
    const convertedVal = toCommandValue(val);
    process.env[name] = convertedVal;
    const filePath = process.env['GITHUB_ENV'] || '';
    if (filePath) {
        return issueFileCommand('ENV', prepareKeyValueMessage(name, val));
    }
    issueCommand('set-env', { name }, convertedVal);
}
/**
 * Registers a secret which will get masked from logs
 *
 * @param secret - Value of the secret to be masked
 * @remarks
 * This function instructs the Actions runner to mask the specified value in any
 * logs produced during the workflow run. Once registered, the secret value will
 * be replaced with asterisks (***) whenever it appears in console output, logs,
 * or error messages.
 *
 * This is useful for protecting sensitive information such as:
 * - API keys
 * - Access tokens
 * - Authentication credentials
 * - URL parameters containing signatures (SAS tokens)
 *
 * Note that masking only affects future logs; any previous appearances of the
 * secret in logs before calling this function will remain unmasked.
 *
 * @example
 * ```typescript
 * // Register an API token as a secret
 * const apiToken = "abc123xyz456";
 * setSecret(apiToken);
 *
 * // Now any logs containing this value will show *** instead
 * console.log(`Using token: ${apiToken}`); // Outputs: "Using token: ***"
 * ```
 */
function core_setSecret(secret) {
    issueCommand('add-mask', {}, secret);
}
/**
 * Prepends inputPath to the PATH (for this action and future actions)
 * @param inputPath
 */
function addPath(inputPath) {
    const filePath = process.env['GITHUB_PATH'] || '';
    if (filePath) {
        issueFileCommand('PATH', inputPath);
    }
    else {
        issueCommand('add-path', {}, inputPath);
    }
    process.env['PATH'] = `${inputPath}${path.delimiter}${process.env['PATH']}`;
}
/**
 * Gets the value of an input.
 * Unless trimWhitespace is set to false in InputOptions, the value is also trimmed.
 * Returns an empty string if the value is not defined.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string
 */
function core_getInput(name, options) {
    const val = process.env[`INPUT_${name.replace(/ /g, '_').toUpperCase()}`] || '';
    if (options && options.required && !val) {
        throw new Error(`Input required and not supplied: ${name}`);
    }
    if (options && options.trimWhitespace === false) {
        return val;
    }
    return val.trim();
}
/**
 * Gets the values of an multiline input.  Each value is also trimmed.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string[]
 *
 */
function getMultilineInput(name, options) {
    const inputs = core_getInput(name, options)
        .split('\n')
        .filter(x => x !== '');
    if (options && options.trimWhitespace === false) {
        return inputs;
    }
    return inputs.map(input => input.trim());
}
/**
 * Gets the input value of the boolean type in the YAML 1.2 "core schema" specification.
 * Support boolean input list: `true | True | TRUE | false | False | FALSE` .
 * The return value is also in boolean type.
 * ref: https://yaml.org/spec/1.2/spec.html#id2804923
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   boolean
 */
function getBooleanInput(name, options) {
    const trueValue = ['true', 'True', 'TRUE'];
    const falseValue = ['false', 'False', 'FALSE'];
    const val = core_getInput(name, options);
    if (trueValue.includes(val))
        return true;
    if (falseValue.includes(val))
        return false;
    throw new TypeError(`Input does not meet YAML 1.2 "Core Schema" specification: ${name}\n` +
        `Support boolean input list: \`true | True | TRUE | false | False | FALSE\``);
}
/**
 * Sets the value of an output.
 *
 * @param     name     name of the output to set
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function setOutput(name, value) {
    const filePath = process.env['GITHUB_OUTPUT'] || '';
    if (filePath) {
        return issueFileCommand('OUTPUT', prepareKeyValueMessage(name, value));
    }
    process.stdout.write(os.EOL);
    issueCommand('set-output', { name }, toCommandValue(value));
}
/**
 * Enables or disables the echoing of commands into stdout for the rest of the step.
 * Echoing is disabled by default if ACTIONS_STEP_DEBUG is not set.
 *
 */
function setCommandEcho(enabled) {
    issue('echo', enabled ? 'on' : 'off');
}
//-----------------------------------------------------------------------
// Results
//-----------------------------------------------------------------------
/**
 * Sets the action status to failed.
 * When the action exits it will be with an exit code of 1
 * @param message add error issue message
 */
function setFailed(message) {
    process.exitCode = ExitCode.Failure;
    error(message);
}
//-----------------------------------------------------------------------
// Logging Commands
//-----------------------------------------------------------------------
/**
 * Gets whether Actions Step Debug is on or not
 */
function isDebug() {
    return process.env['RUNNER_DEBUG'] === '1';
}
/**
 * Writes debug message to user log
 * @param message debug message
 */
function core_debug(message) {
    command_issueCommand('debug', {}, message);
}
/**
 * Adds an error issue
 * @param message error issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function error(message, properties = {}) {
    command_issueCommand('error', utils_toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a warning issue
 * @param message warning issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function warning(message, properties = {}) {
    command_issueCommand('warning', utils_toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a notice issue
 * @param message notice issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function notice(message, properties = {}) {
    issueCommand('notice', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Writes info to log with console.log.
 * @param message info message
 */
function info(message) {
    process.stdout.write(message + external_os_namespaceObject.EOL);
}
/**
 * Begin an output group.
 *
 * Output until the next `groupEnd` will be foldable in this group
 *
 * @param name The name of the output group
 */
function startGroup(name) {
    command_issue('group', name);
}
/**
 * End an output group.
 */
function endGroup() {
    command_issue('endgroup');
}
/**
 * Wrap an asynchronous function call in a group.
 *
 * Returns the same type as the function itself.
 *
 * @param name The name of the group
 * @param fn The function to wrap in the group
 */
function group(name, fn) {
    return core_awaiter(this, void 0, void 0, function* () {
        startGroup(name);
        let result;
        try {
            result = yield fn();
        }
        finally {
            endGroup();
        }
        return result;
    });
}
//-----------------------------------------------------------------------
// Wrapper action state
//-----------------------------------------------------------------------
/**
 * Saves state for current action, the state can only be retrieved by this action's post job execution.
 *
 * @param     name     name of the state to store
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function core_saveState(name, value) {
    const filePath = process.env['GITHUB_STATE'] || '';
    if (filePath) {
        return issueFileCommand('STATE', prepareKeyValueMessage(name, value));
    }
    issueCommand('save-state', { name }, toCommandValue(value));
}
/**
 * Gets the value of an state set by this action's main execution.
 *
 * @param     name     name of the state to get
 * @returns   string
 */
function getState(name) {
    return process.env[`STATE_${name}`] || '';
}
function getIDToken(aud) {
    return core_awaiter(this, void 0, void 0, function* () {
        return yield OidcClient.getIDToken(aud);
    });
}
/**
 * Summary exports
 */

/**
 * @deprecated use core.summary
 */

/**
 * Path exports
 */

/**
 * Platform utilities exports
 */

//# sourceMappingURL=core.js.map
;// CONCATENATED MODULE: ./src/domain/errors.js
/** The one table of what can go wrong: code, HTTP status, and what the problem document is titled. */
const errors_ERRORS = {
    'invalid-input': { status: 400, title: 'An input is not valid' },
    'invalid-submission': { status: 400, title: 'The submission is not valid' },
    'invalid-request': { status: 400, title: 'The request is not valid' },
    'not-supported': { status: 501, title: 'Not supported by this version' },
    'not-found': { status: 404, title: 'Not found' },
    'method-not-allowed': { status: 405, title: 'Not a method of this route' },
    'already-removed': { status: 409, title: 'The topology is already removed' },
    'already-submitted': { status: 409, title: 'The topology is already submitted' },
    'too-slow': { status: 408, title: 'The request took too long to arrive' },
    'too-large': { status: 413, title: 'The body is larger than 1 MiB' },
    refused: { status: 422, title: 'The submission is refused by protection' },
    'other-engine': { status: 422, title: 'The submission is meant for another engine' },
    'journal-failed': { status: 507, title: 'The journal could not be written' },
    closed: { status: 503, title: 'The agent has drained for the last time and takes nothing more' },
    'engine-failed': { status: 502, title: 'The engine did not answer as expected' },
    'engine-not-found': { status: 502, title: 'No Docker Engine was reached' },
    'agent-not-found': { status: 502, title: 'No agent was reached' },
    'agent-failed': { status: 500, title: 'The agent did not start' },
    internal: { status: 500, title: 'The agent made a mistake' },
};
/** Every error that a user can see. `message` is a sentence; `faults` has one entry for each thing that is wrong. */
class errors_TopoGcError extends Error {
    name = 'TopoGcError';
    code;
    faults;
    /** What the agent has answered, where the error is one of its answers. */
    problem;
    constructor(code, message, options = {}) {
        super(message, options.cause === undefined ? undefined : { cause: options.cause });
        this.code = code;
        this.faults = options.faults ?? [];
        if (options.problem !== undefined)
            this.problem = options.problem;
    }
}
/** The sentence of any error, with the causes that add to it. */
function errors_describeError(error) {
    if (!(error instanceof Error))
        return String(error);
    const own = error.message || error.name;
    if (error.cause === undefined)
        return own;
    const cause = errors_describeError(error.cause);
    return own.includes(cause) ? own : `${own}: ${cause}`;
}
/** One line for a fault: `disk-threshold "12": takes N% used, SIZE free or off`. */
const describeFault = (fault) => `${fault.field}${fault.value === undefined ? '' : ` ${JSON.stringify(fault.value)}`}: ${fault.detail}`;

;// CONCATENATED MODULE: ./src/domain/input-lines.js
/** What an input of one thing a line holds, trimmed and without empty lines. */
const inputLines = (text) => text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

;// CONCATENATED MODULE: ./src/domain/host-paths.js

/** What a path has to be, in words. */
const TAKES_PATH = 'takes an absolute path, no segment of it empty, "." or ".."';
/** Whether a text is the only way to write a path: what it is below can be told from the text alone. */
const isPlainPath = (text) => text.startsWith('/') &&
    !text.includes('\0') &&
    text
        .slice(1)
        .split('/')
        .every((segment) => !['', '.', '..'].includes(segment));
/** `path-roots`: one a line, without empty lines; `undefined` where one of them is no plain path, or `/`. */
function parsePathRoots(text) {
    const roots = inputLines(text);
    return roots.length > 0 && roots.every(isPlainPath) ? roots : undefined;
}
const isBelow = (path, folder) => path.startsWith(`${folder}/`);
/** True where the removal of one would touch the other. */
const overlap = (a, b) => a === b || isBelow(a, b) || isBelow(b, a);
/** The innermost of the roots that a path is below. */
const rootOf = (path, roots) => roots.filter((root) => isBelow(path, root)).sort((a, b) => b.length - a.length)[0];
/** Why the roots don't allow that a path is removed; `undefined` where they do. */
function whyOutside(path, roots) {
    if (!isPlainPath(path))
        return 'is no absolute path without empty segments, "." and ".."';
    if (roots.includes(path))
        return 'is one of the path-roots itself';
    const held = roots.find((root) => isBelow(root, path));
    if (held !== undefined)
        return `holds ${held}, one of the path-roots`;
    if (rootOf(path, roots) === undefined)
        return `is not below ${roots.join(' or ')} (path-roots)`;
    return undefined;
}
const STICKY = 0o1000;
const OTHERS_MAY_WRITE = 0o022;
/**
 * Why the way to a path can't be relied on; `undefined` where it can. Whoever may write a folder can put something else in
 * the place of what is in there, between the submission and the removal, and so choose what is removed. So each folder
 * has to belong to one of `owners` (root, and who runs the agent), and nobody else may write it: neither its group, of
 * which nobody can say here who is in it (an ACL shows in the group's bits as well), nor the world.
 *
 * The one exception is a sticky folder above the root, as `/tmp` is above `/tmp/topology`: others may put
 * things beside the root, but not move or replace what belongs to one of `owners`, and that the next folder on the way does is
 * asked as well. From the root down a sticky folder is no exception: there, others could make the very path before its owner does.
 * @param owners uids
 */
function whyNoWay(ancestor, owners) {
    const { path, isLink, owner, mode, isAboveRoot } = ancestor;
    if (isLink)
        return `${path}, on the way to it, is a symbolic link`;
    if (!owners.includes(owner))
        return `${path}, on the way to it, belongs to another user (uid ${owner})`;
    if ((mode & OTHERS_MAY_WRITE) === 0)
        return undefined;
    if (isAboveRoot && (mode & STICKY) !== 0)
        return undefined;
    return `others may write ${path}, on the way to it (mode ${mode.toString(8).padStart(4, '0')})`;
}

;// CONCATENATED MODULE: ./src/domain/labels.js

const LABEL = /^[^=\s]+=.+$/;
/** `key=value`, which is exactly one value of one key; `undefined` for anything wider. */
const parseLabel = (text) => (LABEL.test(text) ? text : undefined);
/** `sweep-labels`: one a line, each once, none where the text is empty; `undefined` where one of them is no `key=value`. */
function parseLabels(text) {
    const labels = [...new Set(inputLines(text))];
    return labels.every((label) => parseLabel(label) !== undefined) ? labels : undefined;
}

;// CONCATENATED MODULE: ./src/domain/quantities.js
const SIZE_UNITS = {
    B: 1,
    KB: 1e3,
    MB: 1e6,
    GB: 1e9,
    TB: 1e12,
    KiB: 2 ** 10,
    MiB: 2 ** 20,
    GiB: 2 ** 30,
    TiB: 2 ** 40,
};
const DURATION_UNITS = { ms: 1, s: 1e3, m: 60e3, h: 3600e3 };
/** Longer than that, a timer of JavaScript fires at once (2^31 ms). */
const LONGEST_MS = 24 * 3600e3;
const QUANTITY = /^(\d{1,15}(?:\.\d{1,9})?) ?([a-zA-Z]+)$/;
function quantity(text, units) {
    const [, digits, unit] = QUANTITY.exec(text.trim()) ?? [];
    const factor = unit !== undefined && Object.hasOwn(units, unit) ? units[unit] : undefined;
    return factor === undefined ? undefined : Number(digits) * factor;
}
/** `512MiB`, `10GB`, `1.5GiB` in bytes; KB, MB, GB, TB are powers of 1000. `undefined` for anything else. */
function parseSize(text) {
    const bytes = quantity(text, SIZE_UNITS);
    return bytes === undefined ? undefined : Math.round(bytes);
}
/** `500ms`, `10s`, `2m`, `1h` in ms, at most a day. `undefined` for anything else. */
function parseDuration(text) {
    const ms = quantity(text, DURATION_UNITS);
    return ms === undefined || ms > LONGEST_MS ? undefined : Math.round(ms);
}
/** `85%`, from 0 (excluded) to 100. `undefined` for anything else. */
function parsePercent(text) {
    const [, digits] = /^(\d{1,3}(?:\.\d{1,3})?) ?%$/.exec(text.trim()) ?? [];
    const percent = Number(digits);
    return digits === undefined || percent <= 0 || percent > 100 ? undefined : percent;
}
/** A whole number from 1 to 1,000,000. `undefined` for anything else. */
function parseCount(text) {
    const count = /^\d{1,7}$/.test(text.trim()) ? Number(text) : 0;
    return count >= 1 && count <= 1e6 ? count : undefined;
}

;// CONCATENATED MODULE: ./src/domain/settings.js




/** From 4 to 8 at once are fastest, from 16 on it is slower (docs/performance.md). */
const AUTO_CONCURRENCY = 8;
const OFF = { kind: 'off' };
const isOff = (text) => text.trim() === 'off';
function parseSpaceLimit(text) {
    if (isOff(text))
        return OFF;
    const [, amount, word] = /^(.+?)\s*(used|free)?$/.exec(text.trim()) ?? [];
    if (amount === undefined)
        return undefined;
    const percent = word === 'free' ? undefined : parsePercent(amount);
    if (percent !== undefined)
        return { kind: 'used', percent };
    const bytes = word === 'free' ? parseSize(amount) : undefined;
    return bytes === undefined ? undefined : { kind: 'free', bytes };
}
function parsePercentLimit(text) {
    if (isOff(text))
        return OFF;
    const percent = parsePercent(text);
    return percent === undefined ? undefined : { kind: 'percent', percent };
}
function parseCountLimit(text) {
    if (isOff(text))
        return OFF;
    const count = parseCount(text);
    return count === undefined ? undefined : { kind: 'count', count };
}
const atLeast = (least) => (text) => {
    const ms = parseDuration(text);
    return ms !== undefined && ms >= least ? ms : undefined;
};
function parseDurationLimit(text) {
    if (isOff(text))
        return OFF;
    const ms = atLeast(1000)(text);
    return ms === undefined ? undefined : { kind: 'duration', ms };
}
const parseBoolean = (text) => /^true$/i.test(text) ? true : /^false$/i.test(text) ? false : undefined;
const oneOf = (...words) => (text) => words.find((word) => word === text);
const space = (fallback) => ({
    fallback,
    takes: '"N%" used, "SIZE free" or "off"',
    parse: parseSpaceLimit,
});
const count = (fallback) => ({
    fallback,
    takes: 'a count or "off"',
    parse: parseCountLimit,
});
const percent = { fallback: 'off', takes: '"N%" or "off"', parse: parsePercentLimit };
const INPUTS = {
    'disk-threshold': space('4GiB free'),
    'memory-threshold': space('85%'),
    'cpu-threshold': percent,
    'container-threshold': count('100'),
    'network-threshold': count('24'),
    'age-threshold': {
        fallback: 'off',
        takes: 'a duration from "1s" on, or "off"',
        parse: parseDurationLimit,
    },
    'idle-collect': percent,
    reclaim: { fallback: 'all', takes: '"all" or "enough"', parse: oneOf('all', 'enough') },
    'poll-interval': { fallback: '2s', takes: 'a duration from "100ms" on', parse: atLeast(100) },
    'stop-timeout': {
        fallback: '',
        takes: 'a duration such as "2s", or nothing for the container\'s own',
        parse: (text) => (text === '' ? 'own' : parseDuration(text)),
    },
    concurrency: {
        fallback: 'auto',
        takes: 'a count or "auto"',
        parse: (text) => (text === 'auto' ? AUTO_CONCURRENCY : parseCount(text)),
    },
    'drain-timeout': { fallback: '4m', takes: 'a duration from "5s" on', parse: atLeast(5000) },
    'on-leak': { fallback: 'fail', takes: '"fail" or "warn"', parse: oneOf('fail', 'warn') },
    'sweep-labels': {
        fallback: '',
        takes: 'labels KEY=VALUE, one a line, each with exactly one value',
        parse: parseLabels,
    },
    protect: { fallback: 'true', takes: '"true" or "false"', parse: parseBoolean },
    'path-roots': {
        fallback: '/tmp/topology',
        takes: 'absolute paths, one a line, no segment of them empty, "." or "..", and not "/" itself',
        parse: parsePathRoots,
    },
    'docker-host': {
        fallback: '',
        takes: 'unix://PATH or tcp://HOST:PORT',
        parse: (text) => (/^(unix:\/\/\/.+|tcp:\/\/[^/]+)?$/.test(text) ? text : undefined),
    },
    'remove-images': { fallback: 'never', takes: '"never" or "pulled"', parse: oneOf('never', 'pulled') },
    'save-logs': { fallback: 'never', takes: '"never" or "always"', parse: oneOf('never', 'always') },
    summary: { fallback: 'true', takes: '"true" or "false"', parse: parseBoolean },
};
/** What people may set, in the order of the table: what it takes, in words, and its default. */
const INPUT_TABLE = Object.entries(INPUTS).map(([name, { takes, fallback }]) => ({ name, takes, fallback }));
const INPUT_NAMES = Object.keys(INPUTS);
/** What the inputs come to, by name: what was given, else the default. */
function withDefaults(raw) {
    return Object.fromEntries(INPUT_TABLE.map(({ name, fallback }) => [name, raw[name]?.trim() || fallback]));
}
/**
 * Reads all inputs, an empty or missing one being its default.
 * @throws TopoGcError `invalid-input`, with a fault for each input that is wrong.
 */
function settings_parseSettings(raw) {
    const faults = [];
    const parsed = {};
    const texts = withDefaults(raw);
    for (const [name, input] of Object.entries(INPUTS)) {
        const text = texts[name] ?? '';
        const value = input.parse(text);
        if (value === undefined)
            faults.push({ field: name, value: text, detail: `takes ${input.takes}` });
        parsed[name] = value;
    }
    if (faults.length > 0) {
        const lines = faults.map((fault) => `\n  ${describeFault(fault)}`).join('');
        throw new errors_TopoGcError('invalid-input', `Nothing was started, as inputs are not valid:${lines}`, {
            faults,
        });
    }
    return toSettings(parsed);
}
function toSettings(inputs) {
    return {
        limits: {
            disk: inputs['disk-threshold'],
            memory: inputs['memory-threshold'],
            cpu: inputs['cpu-threshold'],
            containers: inputs['container-threshold'],
            networks: inputs['network-threshold'],
            age: inputs['age-threshold'],
            idle: inputs['idle-collect'],
        },
        reclaim: inputs.reclaim,
        pollIntervalMs: inputs['poll-interval'],
        ...(inputs['stop-timeout'] !== 'own' && { stopTimeoutMs: inputs['stop-timeout'] }),
        concurrency: inputs.concurrency,
        drainTimeoutMs: inputs['drain-timeout'],
        onLeak: inputs['on-leak'],
        sweepLabels: inputs['sweep-labels'],
        protect: inputs.protect,
        pathRoots: inputs['path-roots'],
        ...(inputs['docker-host'] && { dockerHost: inputs['docker-host'] }),
        removeImages: inputs['remove-images'],
        saveLogs: inputs['save-logs'] === 'always',
        summary: inputs.summary,
    };
}

;// CONCATENATED MODULE: ./src/adapters/github/action-inputs.js


/** What the inputs come to, by name: what was given, else the default. */
const readInputs = () => withDefaults(Object.fromEntries(INPUT_NAMES.map((name) => [name, core_getInput(name)])));
function readServices() {
    const text = getInput('job-services');
    const services = text === '' ? null : JSON.parse(text);
    return Object.values(services ?? {});
}
/** The runner's own containers and networks, as the `job` context tells of them. */
function readGuarded() {
    const services = readServices();
    const filled = (texts) => [
        ...new Set(texts.filter((text) => Boolean(text))),
    ];
    return {
        containers: filled([getInput('job-container'), ...services.map(({ id }) => id)]),
        networks: filled([getInput('job-network'), ...services.map(({ network }) => network)]),
    };
}
/** How the job is doing, as far as the runner says: `success`, `failure`, `cancelled`. */
const readJobStatus = () => core_getInput('job-status');

;// CONCATENATED MODULE: ./src/adapters/github/saved-state.js

/** What the main step leaves to the post step, each value saved before what it describes can fail. */
const SAVED = {
    stateFolder: 'state-folder',
    folder: 'folder',
    isOwn: 'is-own',
    isShared: 'is-shared',
};
const save = (name, value) => saveState(SAVED[name], value);
/** `''` where the main step did not come that far. */
const saved = (name) => getState(SAVED[name]);

;// CONCATENATED MODULE: ./src/domain/leak.js
const leakOf = (topology, { kind, id, name }, reason) => ({
    topology: topology.id,
    kind,
    id,
    name,
    reason,
});
/** `network web_1 of test_vlan: …`, one line. */
const describeLeak = (leak) => `${leak.kind} ${leak.name} of ${leak.topology}: ${leak.reason}`;

;// CONCATENATED MODULE: ../node_modules/pretty-bytes/index.js
const BYTE_UNITS = [
	'B',
	'kB',
	'MB',
	'GB',
	'TB',
	'PB',
	'EB',
	'ZB',
	'YB',
];

const BIBYTE_UNITS = [
	'B',
	'KiB',
	'MiB',
	'GiB',
	'TiB',
	'PiB',
	'EiB',
	'ZiB',
	'YiB',
];

const BIT_UNITS = [
	'b',
	'kbit',
	'Mbit',
	'Gbit',
	'Tbit',
	'Pbit',
	'Ebit',
	'Zbit',
	'Ybit',
];

const BIBIT_UNITS = [
	'b',
	'kibit',
	'Mibit',
	'Gibit',
	'Tibit',
	'Pibit',
	'Eibit',
	'Zibit',
	'Yibit',
];

// Indexed by `bits` and then `binary`, so the four unit systems are picked in one step.
const UNIT_SETS = [BYTE_UNITS, BIBYTE_UNITS, BIT_UNITS, BIBIT_UNITS];

/*
`Number#toString` switches to exponential notation outside the range [1e-6, 1e21) and `Intl.NumberFormat` drops every fraction digit past the 100 it accepts.
Byte counts read as plain decimal numbers, so both losses are undone here. Expects a finite, non-negative number.
*/
const toDecimalString = number => {
	if (number >= 1e-6 && number < 1e21) {
		return String(number);
	}

	const [mantissa, exponentString] = number.toExponential().split('e');
	const digits = mantissa.replace('.', '');
	const pointPosition = Number(exponentString) + 1;
	const isPositive = pointPosition > 0;
	const padded = isPositive ? digits.padEnd(pointPosition, '0') : '0'.repeat(1 - pointPosition) + digits;
	const integerPart = padded.slice(0, isPositive ? pointPosition : 1);
	const fractionPart = padded.slice(isPositive ? pointPosition : 1).replace(/0+$/, '');

	return fractionPart ? `${integerPart}.${fractionPart}` : integerPart;
};

/*
Formats the given number using `Number#toLocaleString`.
- If locale is a string or array, the value is expected to be a BCP 47 language tag or list of language tags (for example: `de`).
- If locale is true, the system default locale is used for translation.
- If locale is false or unspecified, formatting options are applied without localization; without options, the number is written out as plain digits.
*/
const toLocaleString = (number, locale, options) => {
	if (typeof locale === 'string' || Array.isArray(locale) || locale === true) {
		const locales = locale === true ? undefined : locale;

		if (options !== undefined) {
			return number.toLocaleString(locales, options);
		}

		// `Intl.NumberFormat` limits itself to 3 *fraction* digits while the default here is 3 *significant* digits, so the limit comes from the value.
		const text = toDecimalString(number);
		const pointIndex = text.indexOf('.');
		const maximumFractionDigits = pointIndex === -1 ? 0 : text.length - pointIndex - 1;

		// `Intl.NumberFormat` accepts at most 100 fraction digits. Rounding to 3 significant digits only needs more than that for absurdly small values, which are written out as plain digits instead.
		if (maximumFractionDigits > 100) {
			return text;
		}

		return number.toLocaleString(locales, {maximumFractionDigits});
	}

	if (options === undefined) {
		return toDecimalString(number);
	}

	return number.toLocaleString('en-US', {...options, useGrouping: false});
};

const log10 = numberOrBigInt => {
	if (typeof numberOrBigInt === 'number') {
		return Math.log10(numberOrBigInt);
	}

	const string = numberOrBigInt.toString(10);

	// A `number` only holds about 15 significant digits, so the remaining digits cannot move the magnitude. The result can still land exactly on a unit boundary, which the caller corrects for.
	return string.length + Math.log10(`0.${string.slice(0, 15)}`);
};

const log = numberOrBigInt => {
	if (typeof numberOrBigInt === 'number') {
		return Math.log(numberOrBigInt);
	}

	return log10(numberOrBigInt) * Math.log(10);
};

/*
A `bigint` that a `number` can hold exactly is divided the same way, so the output never depends on which type it was given as.
`floor(a / b) + (a % b) / b` is a different double than `a / b`, which flips the rounding at ties like 1805 bytes.
*/
const divide = (numberOrBigInt, base, exponent) => {
	const divisor = base ** exponent;

	if (typeof numberOrBigInt === 'number' || numberOrBigInt <= Number.MAX_SAFE_INTEGER) {
		return Number(numberOrBigInt) / divisor;
	}

	// `divisor` is not exact for every unit, as `1000 ** 8` is not `1e24`, so the exact divisor is rebuilt from the base and the exponent.
	const bigintDivisor = BigInt(base) ** BigInt(exponent);
	const integerPart = numberOrBigInt / bigintDivisor;
	const remainder = numberOrBigInt % bigintDivisor;

	return Number(integerPart) + (Number(remainder) / divisor);
};

/*
The plain decimal digits of a scaled value that no `number` can hold. `Intl.NumberFormat` is not involved, so the output carries no grouping or localized separator, the same as the fallback for a value with more fraction digits than it accepts.
*/
const toUnrepresentableString = (number, base, exponent, localeOptions) => {
	const scale = BigInt(base) ** BigInt(exponent);
	const whole = number / scale;

	// The 3 significant digit default never bites here: it only ever rounds to at least as many digits as the value has integers, and this one has far more than 3.
	if (localeOptions === undefined) {
		return whole.toString();
	}

	// The fraction digit options take over from that default, so the integer part stays exact and the fraction is truncated.
	const minimumFractionDigits = localeOptions.minimumFractionDigits ?? 0;
	const maximumFractionDigits = Math.max(localeOptions.maximumFractionDigits ?? 3, minimumFractionDigits);
	const truncated = ((number % scale) * (10n ** BigInt(maximumFractionDigits)) / scale).toString().padStart(maximumFractionDigits, '0');
	const fraction = truncated.replace(/0+$/, '').padEnd(minimumFractionDigits, '0');

	return fraction ? `${whole}.${fraction}` : whole.toString();
};

/*
The sign to print in front of the number. A difference of exactly zero gets a space instead of a plus sign, for better alignment. `0 === 0n` is `false`, so both are compared.
*/
const signOf = (number, signed) => {
	if (number < 0) {
		return '-';
	}

	if (!signed) {
		return '';
	}

	return number === 0 || number === 0n ? ' ' : '+';
};

const assertFixedWidth = fixedWidth => {
	if (fixedWidth !== undefined && (typeof fixedWidth !== 'number' || !Number.isSafeInteger(fixedWidth) || fixedWidth < 0)) {
		throw new TypeError(`Expected fixedWidth to be a non-negative integer, got ${typeof fixedWidth}: ${fixedWidth}`);
	}
};

/*
`Intl.NumberFormat` silently truncates non-integers, so they are rejected here instead of quietly changing the output.
*/
const assertFractionDigits = (name, value) => {
	if (value !== undefined && (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value > 100)) {
		throw new TypeError(`Expected ${name} to be an integer between 0 and 100, got ${typeof value}: ${value}`);
	}
};

const buildLocaleOptions = options => {
	const {minimumFractionDigits, maximumFractionDigits} = options;

	if (minimumFractionDigits === undefined && maximumFractionDigits === undefined) {
		return undefined;
	}

	assertFractionDigits('minimumFractionDigits', minimumFractionDigits);
	assertFractionDigits('maximumFractionDigits', maximumFractionDigits);

	// Checked here rather than left to `Intl.NumberFormat`, which is skipped for a value past the number range.
	if (minimumFractionDigits > maximumFractionDigits) {
		throw new RangeError(`Expected minimumFractionDigits (${minimumFractionDigits}) to not be greater than maximumFractionDigits (${maximumFractionDigits})`);
	}

	return {
		...(minimumFractionDigits !== undefined && {minimumFractionDigits}),
		...(maximumFractionDigits !== undefined && {maximumFractionDigits}),
		roundingMode: 'trunc',
	};
};

function prettyBytes(number, options) {
	if (typeof number !== 'bigint' && !Number.isFinite(number)) {
		throw new TypeError(`Expected a finite number, got ${typeof number}: ${number}`);
	}

	options = {
		bits: false,
		binary: false,
		space: true,
		nonBreakingSpace: false,
		...options,
	};

	assertFixedWidth(options.fixedWidth);
	const localeOptions = buildLocaleOptions(options);

	// Indexed by `bits` then `binary`, so the four combinations line up in one table.
	const UNITS = UNIT_SETS[(options.bits ? 2 : 0) + (options.binary ? 1 : 0)];

	const separator = options.space ? (options.nonBreakingSpace ? '\u00A0' : ' ') : '';

	// Normalize `-0` to `0` so it never formats as `-0`.
	if (Object.is(number, -0)) {
		number = 0;
	}

	const prefix = signOf(number, options.signed);

	if (number < 0) {
		number = -number;
	}

	const base = options.binary ? 1024 : 1000;

	let exponent = 0;
	if (number >= 1) {
		exponent = Math.min(Math.floor(options.binary ? log(number) / Math.log(base) : log10(number) / 3), UNITS.length - 1);
	}

	// A `number` always scales down to something a `number` can hold, and a `bigint` stops being able to once the quotient passes `Number.MAX_VALUE`, where `divide` overflows to `Infinity` and the exact quotient is formatted instead.
	const scaled = divide(number, base, exponent);

	let numberString;
	if (Number.isFinite(scaled)) {
		number = scaled;

		// A value that sits just below a unit boundary, like `999999999999999` bytes, has a `log10` that rounds up to the boundary itself, so the exponent has to be corrected back.
		if (number < 1 && exponent > 0) {
			number *= base;
			exponent -= 1;
		}

		if (!localeOptions) {
			const minimumPrecision = Math.max(3, Math.floor(number).toString().length);
			number = Number(number.toPrecision(minimumPrecision));

			if (number >= base && exponent < UNITS.length - 1) {
				number /= base;
				exponent += 1;
			}
		}

		numberString = toLocaleString(number, options.locale, localeOptions);
	} else {
		// The scaled value is past what a `number` can hold, so the exact quotient is written out instead.
		numberString = toUnrepresentableString(number, base, exponent, localeOptions);
	}

	const result = prefix + numberString + separator + UNITS[exponent];
	return result.padStart(options.fixedWidth ?? 0);
}

;// CONCATENATED MODULE: ../node_modules/pretty-ms/index.js
const isZero = value => value === 0 || value === 0n;
const pluralize = (word, count) => (count === 1 || count === 1n) ? word : `${word}s`;

const ONE_SECOND_IN_MILLISECONDS = 1000n;
const ONE_MINUTE_IN_MILLISECONDS = 60n * ONE_SECOND_IN_MILLISECONDS;
const ONE_HOUR_IN_MILLISECONDS = 60n * ONE_MINUTE_IN_MILLISECONDS;
const ONE_DAY_IN_MILLISECONDS = 24n * ONE_HOUR_IN_MILLISECONDS;
const MAX_DECIMAL_DIGITS = 100; // The same limit as `Number#toFixed()`, which keeps the output a sensible size.

// A negative or fractional count is not a digit count, and a `NaN` count would leak into the output as `NaN`.
const decimalDigits = (value, defaultValue) => typeof value === 'number' && !Number.isNaN(value)
	? Math.min(Math.max(Math.trunc(value), 0), MAX_DECIMAL_DIGITS)
	: defaultValue;

// The duration as the exact fraction `value / scale` milliseconds, so every field can be derived with exact BigInt arithmetic.
// An integer is exact at any size, including a number past the safe range. A fractional number is rounded to 15 significant digits, counting the whole duration, as that is all the precision a double has. This turns float noise back into the intended value: `0.57 * 100_000` is `56999.99999999999`, which is read as `57000`, and `999.9999999999999` is read as `1000`. Digits past the 15th are rounded away, so they are not exact.
const toExactMilliseconds = milliseconds => {
	// eslint-disable-next-line unicorn/prefer-number-is-safe-integer -- An integer past the safe range is still exact.
	if (typeof milliseconds === 'bigint' || Number.isInteger(milliseconds)) {
		return {value: BigInt(milliseconds), scale: 1n};
	}

	const [significand, exponent = '0'] = milliseconds.toPrecision(15).split('e', 2);
	const [whole, fraction = ''] = significand.split('.', 2);
	const digits = BigInt(whole + fraction);
	const decimals = fraction.length - Number(exponent);

	// From `1e15` up, the 15 digits end before the decimal point, so the exponent is positive. The fraction is then dropped and the duration is rounded to the nearest 10 milliseconds. A number from `2 ** 52` up is always an integer, so this only applies below that.
	return decimals < 0
		? {value: digits * (10n ** BigInt(-decimals)), scale: 1n}
		: {value: digits, scale: 10n ** BigInt(decimals)};
};

// Places the decimal point in a count of steps of `10 ** -digits`.
const formatSteps = (steps, digits) => {
	if (digits === 0) {
		return String(steps);
	}

	const padded = String(steps).padStart(digits + 1, '0');
	return `${padded.slice(0, -digits)}.${padded.slice(-digits)}`;
};

function prettyMilliseconds(milliseconds, options) {
	const isBigInt = typeof milliseconds === 'bigint';
	if (!isBigInt && !Number.isFinite(milliseconds)) {
		throw new TypeError('Expected a finite number or bigint');
	}

	options = {...options};

	const sign = milliseconds < 0 ? '-' : '';
	// eslint-disable-next-line unicorn/prefer-math-abs -- `Math.abs()` throws on a bigint, and the bigint path reaches here.
	milliseconds = milliseconds < 0 ? -milliseconds : milliseconds; // Cannot use `Math.abs()` because of BigInt support.

	if (options.colonNotation) {
		options.compact = false;
		options.formatSubMilliseconds = false;
		options.separateMilliseconds = false;
		options.verbose = false;
		// Dropping a field from the right would change what the remaining fields mean: `1:01:01` would become `1:01`, which reads as 1 minute.
		options.unitCount = undefined;
	}

	if (options.compact) {
		options.unitCount = 1;
		options.secondsDecimalDigits = 0;
		options.millisecondsDecimalDigits = 0;
	}

	let result = [];

	const add = (value, long, short, valueString) => {
		// Colon notation always shows the minutes, and the hours too when the seconds are hidden, so the last fields read as `m:ss`, or as `h:mm` without the seconds. A duration under a minute keeps its seconds, so it reads as `h:mm:ss` there.
		const isAlwaysShown = options.colonNotation && (short === 'm' || (short === 'h' && options.hideSeconds));

		if (
			!isAlwaysShown
			&& (result.length === 0 || !options.colonNotation)
			&& isZero(value)) {
			return;
		}

		valueString ??= String(value);
		if (options.colonNotation) {
			const wholeDigits = valueString.includes('.') ? valueString.split('.', 1)[0].length : valueString.length;
			// The first field is not padded. The days after a year go up to 364, so they get 3 digits to keep the width.
			let minLength = 1;
			if (result.length > 0) {
				minLength = short === 'd' ? 3 : 2;
			}

			valueString = '0'.repeat(Math.max(0, minLength - wholeDigits)) + valueString;
		} else {
			valueString += options.verbose ? ' ' + pluralize(long, value) : short;
		}

		result.push(valueString);
	};

	const {value, scale} = toExactMilliseconds(milliseconds);
	const second = ONE_SECOND_IN_MILLISECONDS * scale;
	const minute = ONE_MINUTE_IN_MILLISECONDS * scale;
	const hour = ONE_HOUR_IN_MILLISECONDS * scale;
	const day = ONE_DAY_IN_MILLISECONDS * scale;

	// The days, hours, minutes, seconds, and sub-millisecond fields are floored from the exact value, so none of them can round up into the next unit. Only the milliseconds, when they are the last unit, are rounded (see below).
	const days = value / day;
	const hoursWithinDay = (value % day) / hour;
	const minutesWithinHour = (value % hour) / minute;

	if (options.hideYearAndDays) {
		add((days * 24n) + hoursWithinDay, 'hour', 'h');
	} else {
		if (options.hideYear) {
			add(days, 'day', 'd');
		} else {
			add(days / 365n, 'year', 'y');
			add(days % 365n, 'day', 'd');
		}

		add(hoursWithinDay, 'hour', 'h');
	}

	add(minutesWithinHour, 'minute', 'm');

	const secondsDecimalDigits = decimalDigits(options.secondsDecimalDigits, 1);
	const secondsStepsPerSecond = 10n ** BigInt(secondsDecimalDigits);

	// A duration under a minute has no coarser field, so hiding the seconds would leave nothing to carry its value.
	const hideSeconds = options.hideSeconds && value >= minute;

	// `subSecondsAsDecimals` moves the value into the seconds field, so it only applies when that field is rendered and can represent the value, at least one step of the seconds digits. Otherwise the value is lost.
	const canShowAsDecimalSeconds = options.subSecondsAsDecimals
		&& !hideSeconds
		&& value * secondsStepsPerSecond >= second;

	if (!hideSeconds) {
		const withinMinute = value % minute;

		if (
			options.separateMilliseconds
			|| options.formatSubMilliseconds
			|| (!canShowAsDecimalSeconds && !options.colonNotation && value < second)
		) {
			add(withinMinute / second, 'second', 's');

			if (options.formatSubMilliseconds) {
				// Floored to whole nanoseconds, the smallest unit shown. `formatSubMilliseconds` shows these as they are, so a duration under 1 nanosecond is `0ms` there.
				const subMillisecondNanoseconds = ((value % scale) * 1_000_000n) / scale;

				add((value % second) / scale, 'millisecond', 'ms');
				add(subMillisecondNanoseconds / 1000n, 'microsecond', 'µs');
				add(subMillisecondNanoseconds % 1000n, 'nanosecond', 'ns');
			} else {
				const millisecondsDecimalDigits
					= decimalDigits(options.millisecondsDecimalDigits, 0);
				const stepsPerMillisecond = 10n ** BigInt(millisecondsDecimalDigits);

				// Rounded half up in exact steps of the last digit, as a float sum of the parts can land a midpoint like `1.005` below it.
				let steps = ((2n * (value % second) * stepsPerMillisecond) + scale) / (2n * scale);

				// Under a second, the zero field is dropped entirely, so a nonzero duration is clamped to the smallest representable value instead of rounding down onto it. From a second up, the seconds field carries the value, so the milliseconds round normally.
				if (steps === 0n && value > 0n && value < second) {
					steps = 1n;
				}

				// The milliseconds are rounded, not floored, but never up to a full second, which would need the seconds field.
				const maximumSteps = (1000n * stepsPerMillisecond) - 1n;
				if (steps > maximumSteps) {
					steps = maximumSteps;
				}

				const millisecondsString = formatSteps(steps, millisecondsDecimalDigits);

				add(
					Number(millisecondsString),
					'millisecond',
					'ms',
					millisecondsString,
				);
			}
		} else {
			// Floored to the digit count, so the seconds never round up into the next step, or to `60s`.
			const secondsFixed = formatSteps((withinMinute * secondsStepsPerSecond) / second, secondsDecimalDigits);
			const secondsString = options.keepDecimalsOnWholeSeconds
				? secondsFixed
				: secondsFixed.replace(/\.0+$/v, '');
			add(Number(secondsString), 'second', 's', secondsString);
		}
	}

	const separator = options.colonNotation ? ':' : ' ';
	if (typeof options.unitCount === 'number') {
		// `Math.max()` propagates `NaN`, and `slice(0, NaN)` is an empty slice, which would drop every unit.
		result = result.slice(0, Math.max(options.unitCount, 1) || Infinity);
	}

	const output = result.length === 0
		? '0' + (options.verbose ? ' milliseconds' : 'ms')
		: result.join(separator);

	// Rounding can leave nothing but zeros behind, and a signed zero reads as a negative duration.
	return /[1-9]/v.test(output) ? sign + output : output;
}

;// CONCATENATED MODULE: ./src/domain/readings.js
/** What can run out there: its bytes, and its inodes where they are counted. */
function suppliesOf(space) {
    const { of, totalBytes, freeBytes, totalInodes, freeInodes } = space;
    const bytes = { of, unit: 'bytes', total: totalBytes, free: freeBytes, perByte: 1 };
    if (totalInodes === undefined || freeInodes === undefined)
        return [bytes];
    const perByte = totalBytes === 0 ? 0 : totalInodes / totalBytes;
    return [
        bytes,
        { of: `the inodes of ${of}`, unit: 'inodes', total: totalInodes, free: freeInodes, perByte },
    ];
}
/** 0 to 100. */
const usedPercent = ({ total, free }) => total === 0 ? 0 : 100 * (1 - free / total);
/** `CPU pressure 12 %`, `load a core 130 %`. */
const describeCpu = ({ by, percent }) => `${by === 'pressure' ? 'CPU pressure' : 'load a core'} ${percent.toFixed(0)} %`;
/** How busy the CPUs were between two looks, 0 to 100; `undefined` where no time has passed. */
function busyPercent(before, after) {
    const total = after.total - before.total;
    return total <= 0 ? undefined : (100 * Math.max(0, after.busy - before.busy)) / total;
}

;// CONCATENATED MODULE: ./src/adapters/report/figures.js



/** `1.2s`, `340ms`. */
const duration = (ms) => prettyMilliseconds(Math.round(ms), ms < 1000 ? {} : { secondsDecimalDigits: 1 });
const plural = (count, word) => `${count} ${word}${count === 1 ? '' : 's'}`;
const topologies = (count) => (count === 1 ? '1 topology' : `${count} topologies`);
const collections = (count) => plural(count, 'collection');
/** `4 containers, 1 network`; `nothing`. */
const members = ({ containers, networks, volumes, links = 0, paths = 0, images = 0, }) => [
    ...(containers > 0 ? [plural(containers, 'container')] : []),
    ...(networks > 0 ? [plural(networks, 'network')] : []),
    ...(volumes > 0 ? [plural(volumes, 'volume')] : []),
    ...(links > 0 ? [plural(links, 'link')] : []),
    ...(paths > 0 ? [plural(paths, 'path')] : []),
    ...(images > 0 ? [plural(images, 'image')] : []),
].join(', ') || 'nothing';
/** Bytes as what is free of them or, of memory, as what is used; inodes as what is used. */
function supplies(kind, space) {
    return suppliesOf(space).map((supply) => {
        const word = supply.unit === 'inodes' ? 'inodes' : kind;
        const free = `${prettyBytes(supply.free, { binary: true, maximumFractionDigits: 1 })} free`;
        return [
            word === space.of ? word : `${word} ${space.of}`,
            word === 'disk' ? free : figures_percent(usedPercent(supply), 'used'),
        ];
    });
}
const figures_percent = (value, word) => `${value.toFixed(0)} % ${word}`;
/** The readings, each as `name value`; a name begins with the word that its threshold begins with. */
function readings(taken) {
    const { disk, memory, cpu, busyPercent, containers, networks } = taken;
    return [
        ...disk.flatMap((space) => supplies('disk', space)),
        ...memory.flatMap((space) => supplies('memory', space)),
        ...(cpu === undefined
            ? []
            : [['cpu', figures_percent(cpu.percent, cpu.by === 'load' ? 'load a core' : 'pressure')]]),
        ...(busyPercent === undefined ? [] : [['busy', figures_percent(busyPercent, 'of the CPU')]]),
        ['containers', `${containers} pending`],
        ...(networks === undefined ? [] : [['networks', `${networks} on the engine`]]),
    ];
}

;// CONCATENATED MODULE: ./src/adapters/report/one-line.js
/** One line, whatever control characters a name or the engine's words hold. */
const oneLine = (text) => 
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is to be replaced
text.replaceAll(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ');

;// CONCATENATED MODULE: ./src/adapters/report/annotations.js



/** GitHub shows ten errors and ten warnings of a step, and drops the rest. */
const MOST = 10;
/** How many names a line holds. */
const MOST_NAMES = 10;
/** The first of them, with the last place for how many more there are. */
function atMost(all, more) {
    const last = all[MOST - 1];
    if (all.length <= MOST || last === undefined)
        return [...all];
    return [...all.slice(0, MOST - 1), { ...last, message: more(all.length - MOST + 1) }];
}
function leaks({ leaks: all, unconfirmed }, level) {
    return [
        ...all.map((leak) => ({ level, title: 'Leak', message: oneLine(describeLeak(leak)) })),
        ...(unconfirmed === undefined
            ? []
            : [
                {
                    level,
                    title: 'Not confirmed',
                    message: oneLine(`the engine could not be asked whether anything is left: ${unconfirmed}`),
                },
            ]),
    ];
}
function annotations_ignoredStop({ name, ignoredStop: names }) {
    if (names.length === 0)
        return [];
    const some = names.slice(0, MOST_NAMES).join(', ') + (names.length > MOST_NAMES ? ', …' : '');
    const message = `${plural(names.length, 'container')} of ${name} ran until the end of the grace, and had to be killed: ${some}`;
    return [{ level: 'warning', title: 'Stop signal ignored', message: oneLine(message) }];
}
/**
 * What a job's page is to show of a report: what is left, and which topologies ignored their stop signal.
 * @param level of what is left
 */
const annotations = (report, level) => [
    ...atMost(leaks(report, level), (count) => `${count} more, in the job summary`),
    ...atMost(report.topologies.flatMap(annotations_ignoredStop), (count) => `${topologies(count)} more, in the job summary`),
];

;// CONCATENATED MODULE: external "node:path"
const external_node_path_namespaceObject = require("node:path");
;// CONCATENATED MODULE: ./src/domain/collection.js
/** Why a collection ran. */
const TRIGGERS = (/* unused pure expression or super */ null && ([
    'disk',
    'memory',
    'cpu',
    'containers',
    'networks',
    'age',
    'idle',
    'ahead',
    'request',
    'drain',
    'recovery',
    'sweep',
]));
const NO_MEMBERS = { containers: 0, networks: 0, volumes: 0 };
const COUNTED = {
    container: 'containers',
    network: 'networks',
    volume: 'volumes',
    netns: 'links',
    path: 'paths',
    image: 'images',
};
function collection_addCounts(a, b) {
    const sum = { ...a };
    for (const name of Object.values(COUNTED))
        if (b[name] !== undefined)
            sum[name] = (a[name] ?? 0) + b[name];
    return sum;
}
/** What is left of `a` without `b`, which is a part of it. */
function subtractCounts(a, b) {
    const { links = 0, paths = 0, ...rest } = a;
    const left = { links: links - (b.links ?? 0), paths: paths - (b.paths ?? 0) };
    return {
        containers: rest.containers - b.containers,
        networks: rest.networks - b.networks,
        volumes: rest.volumes - b.volumes,
        ...(left.links > 0 && { links: left.links }),
        ...(left.paths > 0 && { paths: left.paths }),
    };
}
/** How many of each kind there are. */
function collection_countMembers(members) {
    const counts = { ...NO_MEMBERS };
    for (const { kind } of members)
        counts[COUNTED[kind]] = (counts[COUNTED[kind]] ?? 0) + 1;
    return counts;
}

;// CONCATENATED MODULE: ./src/domain/topology.js
const isHostKind = (kind) => kind === 'netns' || kind === 'path';
const isEngineKind = (kind) => !isHostKind(kind) && kind !== 'image';
/** By which field of a submission members of a kind are named. */
const FIELDS = {
    container: 'containers',
    network: 'networks',
    volume: 'volumes',
    netns: 'netns',
    path: 'paths',
};
/** From the furthest behind to the furthest ahead; a topology is in the state of its member furthest behind. */
const MEMBER_STATES = (/* unused pure expression or super */ null && ([
    'failed',
    'leased',
    'submitted',
    'stopping',
    'stopped',
    'removing',
    'removed',
    'dropped',
    'absent',
]));
const topology_memberKey = (member) => `${member.kind}:${member.id}`;
/**
 * A volume's name is its id, and a name can be taken again: it is the same only if it was created at the same time; a link
 * or a path, if it is the same file.
 */
const isSameMember = (a, b) => a.kind === b.kind &&
    a.id === b.id &&
    a.file === b.file &&
    (a.kind !== 'volume' || a.createdAt === b.createdAt || a.createdAtMoves === true);
/** True once nothing is left to be done for a member. */
const topology_isDone = (member) => member.state === 'removed' || member.state === 'dropped' || member.state === 'absent';
/** True of a shared member that was left to others who use it. */
const topology_isKept = (member) => member.state === 'removed' && member.error !== undefined;
const isPending = (topology) => topology.members.some((member) => !topology_isDone(member));
/** `absent` where all members are, else the state of the member furthest behind. */
function topology_topologyState(topology) {
    const ranks = topology.members.map((member) => MEMBER_STATES.indexOf(member.state));
    const present = ranks.filter((rank) => rank < MEMBER_STATES.indexOf('absent'));
    return MEMBER_STATES[Math.min(...present)] ?? 'absent';
}
/** ms between the stop signal and the kill. */
const topology_graceOf = (topology, member) => topology.stopTimeoutMs ?? member.graceMs ?? 0;
const membersOf = (topology, kind) => topology.members.filter((member) => member.kind === kind);

;// CONCATENATED MODULE: ./src/domain/history.js


const NO_HISTORY = { topologies: 0, removed: NO_MEMBERS, oneByOneMs: 0, collections: 0 };
/** Members that are gone, not those that were left to others; one that several topologies name counts once. */
function history_countRemoved(topologies) {
    const gone = new Map();
    for (const { members } of topologies)
        for (const member of members)
            if (member.state === 'removed' && member.error === undefined)
                gone.set(`${memberKey(member)} ${member.createdAt ?? ''}`, member);
    return countMembers(gone.values());
}

;// CONCATENATED MODULE: ./src/domain/time-saved.js

/** How much time the intervals cover together, in ms. */
function covered(intervals) {
    let end = Number.NEGATIVE_INFINITY;
    let total = 0;
    for (const { from, to } of [...intervals].sort((a, b) => a.from - b.from)) {
        total += Math.max(0, to - Math.max(from, end));
        end = Math.max(end, to);
    }
    return total;
}
const interval = (from, to) => from === undefined || to === undefined ? [] : [{ from, to }];
/** True where a container ran until the end of its grace, and had to be killed. */
const time_saved_ignoredStop = (member, graceMs) => member.stoppingAt !== undefined &&
    member.stoppedAt !== undefined &&
    graceMs > 0 &&
    member.stoppedAt - member.stoppingAt >= graceMs;
/**
 * What teardown one by one would have taken, in ms, at the least: each grace that ran out counts in full, as one by one they
 * follow each other; all the rest counts once where it overlapped, as one by one it can't be quicker than side by side.
 */
function time_saved_oneByOneMs(topologies) {
    let graces = 0;
    const intervals = [];
    for (const topology of topologies)
        for (const member of topology.members.filter(isDone)) {
            const graceMs = graceOf(topology, member);
            intervals.push(...interval(member.removingAt, member.removedAt));
            if (time_saved_ignoredStop(member, graceMs))
                graces += graceMs;
            else
                intervals.push(...interval(member.stoppingAt, member.stoppedAt));
        }
    return graces + covered(intervals);
}

;// CONCATENATED MODULE: ./src/domain/report.js




const latest = (times) => times.length === 0 || times.includes(undefined) ? undefined : Math.max(...times);
function reportTopology(topology) {
    const present = topology.members.filter(({ state }) => state !== 'absent');
    const containers = present.filter(({ kind }) => kind === 'container');
    const stoppedAt = latest(containers.map((member) => member.stoppedAt ?? member.removedAt));
    const removedAt = latest(present.map((member) => member.removedAt));
    const names = (members) => members.map(({ name }) => name);
    return {
        id: topology.id,
        name: topology.name,
        state: topologyState(topology),
        submittedAt: topology.submittedAt,
        ...(stoppedAt !== undefined && { stoppedAt }),
        ...(removedAt !== undefined && { removedAt }),
        members: countMembers(present),
        ignoredStop: names(containers.filter((member) => ignoredStop(member, graceOf(topology, member)))),
        absent: names(topology.members.filter(({ state }) => state === 'absent')),
        kept: names(present.filter(isKept)),
        logs: containers.flatMap(({ name, savedLog }) => (savedLog ? { container: name, ...savedLog } : [])),
    };
}
/** Tells what was collected, when, why, and what it saved. */
function buildReport(ledger, context) {
    const { session, history } = ledger;
    if (session === undefined)
        throw new Error('a ledger without a session has nothing to report');
    const topologies = [...ledger.topologies.values()];
    return {
        version: 1,
        session,
        endedAt: context.endedAt,
        topologies: topologies.map(reportTopology),
        collections: ledger.collections,
        removed: addCounts(history.removed, countRemoved(topologies)),
        earlier: { topologies: history.topologies, collections: history.collections },
        leaks: ledger.outcome?.leaks ?? [],
        ...(ledger.outcome?.unconfirmed !== undefined && { unconfirmed: ledger.outcome.unconfirmed }),
        rejected: ledger.rejected,
        submissionMs: ledger.submissionMs,
        drainMs: ledger.drainMs,
        oneByOneMs: history.oneByOneMs + oneByOneMs(topologies),
        inputs: context.inputs,
    };
}
/** Whether anything is left, or that is not known. */
const isLeaking = ({ leaks, unconfirmed }) => leaks.length > 0 || unconfirmed !== undefined;
/** What the agent saved, in ms: one by one less what was waited for; never less than 0. */
const savedMs = ({ oneByOneMs: oneByOne, submissionMs, drainMs }, postMs = drainMs) => Math.max(0, oneByOne - submissionMs - postMs);

;// CONCATENATED MODULE: ./src/adapters/report/plain-report.js





/** A line of a drain that is under way. */
const progressLine = ({ name, state, members: counts, left, elapsedMs, remainingMs, }) => `${duration(elapsedMs)}  ${oneLine(name)}: ${members(counts)} ${state}; ` +
    `left: ${topologies(left.topologies)}, ${members(left)}; time left: ${duration(remainingMs)}`;
/** What is left, and why, a line each; none where nothing is. */
const leakLines = ({ leaks, unconfirmed }) => [
    ...leaks.map((leak) => oneLine(describeLeak(leak))),
    ...(unconfirmed === undefined
        ? []
        : [oneLine(`the engine could not be asked whether anything is left: ${unconfirmed}`)]),
];
/** Where the logs of containers are, if they were saved, and which could not be. */
const logLines = ({ topologies: all }) => {
    const logs = all.flatMap((topology) => topology.logs);
    const files = logs.flatMap(({ file }) => file ?? []);
    const folders = new Set(files.map((file) => (0,external_node_path_namespaceObject.dirname)(file)));
    return [
        ...[...folders].map((folder) => `logs of containers: ${files.length} in ${folder}`),
        ...logs.flatMap(({ container, error }) => error === undefined ? [] : [`not saved whole: the log of container ${container}: ${error}`]),
    ];
};
/** The report in a few plain lines. */
const plainReport = (report) => [
    `${members(report.removed)} of ${topologies(report.earlier.topologies + report.topologies.length)} removed by ` +
        collections(report.earlier.collections + report.collections.length),
    ...report.collections.map(({ trigger, reason, removed, startedAt, endedAt }) => `  ${trigger}: ${members(removed)} in ${duration(endedAt - startedAt)} (${reason})`),
    `time saved: ${duration(savedMs(report))}, an estimate: one by one ${duration(report.oneByOneMs)} at the least, ` +
        `submissions ${duration(report.submissionMs)}, drains ${duration(report.drainMs)}`,
    ...logLines(report),
    ...report.rejected.map(({ file, error }) => `not taken: ${file} of the spool: ${error}`),
    ...leakLines(report).map((line) => `leak: ${line}`),
]
    .map(oneLine)
    .join('\n');

;// CONCATENATED MODULE: ./src/adapters/report/markdown.js

/** A cell or a label holds no more of a name or of the engine's words than that, in characters. */
const LONGEST = 300;
/** The beginning of a text; no character is cut in two. */
function cut(text) {
    if (text.length <= LONGEST)
        return text;
    const start = text.slice(0, LONGEST - 1);
    return `${start.isWellFormed() ? start : start.slice(0, -1)}…`;
}
const markdown_short = (text) => oneLine(cut(text));
/** Text in GitHub's Markdown that is shown as it is, also in a table. */
const escapeMarkdown = (text) => markdown_short(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/[\\`*_{}[\]()#+!|~@$-]/g, '\\$&');
/** A name in a code span, also in a table: a backtick can't be escaped there. */
const code = (text) => `\`${markdown_short(text).replaceAll('`', "'").replaceAll('|', '\\|') || ' '}\``;
/** What Mermaid takes for a statement, or a date, where a line begins with it (its grammar, gantt.jison). */
const STATEMENT = /^(?:\d{4}-\d\d-\d\d|(?:gantt|dateformat|axisformat|tickinterval|inclusiveenddates|topaxis|includes|excludes|todaymarker|weekday|weekend|title|acctitle|accdescr|accdescription|section|click|call|href)(?!\w))/i;
const LONGEST_TASK = 60;
/** A task's name in a Mermaid chart, where colons, semicolons, commas and hashes have a meaning, and so have some words. */
function mermaidName(text) {
    const name = text
        .slice(0, LONGEST_TASK)
        .replaceAll(/[^\p{L}\p{N} ._/@()[\]-]+/gu, ' ')
        .trim();
    if (name === '')
        return 'unnamed';
    return STATEMENT.test(name) ? `· ${name}` : name;
}
/** How many rows a table has at most; the rest is counted. */
const MOST_ROWS = 50;
/** A table with a row of cells, Markdown already, for each item. */
function table(head, items, cells) {
    const line = (row) => `| ${row.join(' | ')} |`;
    const shown = items.slice(0, MOST_ROWS).map((item) => line(cells(item)));
    const more = items.length - shown.length;
    return [
        line(head),
        line(head.map(() => '---')),
        ...shown,
        ...(more > 0 ? ['', `… and ${more} more, in the report.`] : []),
        '',
    ].join('\n');
}
const details = (title, body) => `<details><summary>${title}</summary>\n\n${body}\n</details>\n`;

;// CONCATENATED MODULE: ./src/adapters/report/timeline.js

/** More rows than that are no picture any more. */
const timeline_MOST_ROWS = 25;
/** A task that takes no time can't be seen, in ms. */
const LEAST_MS = 1;
function task(name, tags, from, to, start) {
    const begin = Math.max(0, from - start);
    return `  ${mermaidName(name)} :${tags}${begin}, ${Math.max(begin + LEAST_MS, to - start)}`;
}
/** A Mermaid chart from the first submission on: how long each topology was stopping and then waited, and the collections. */
function timeline({ topologies, collections, endedAt }) {
    const start = topologies[0]?.submittedAt;
    if (start === undefined)
        return '';
    const shown = topologies.slice(0, timeline_MOST_ROWS);
    const left = topologies.length - shown.length;
    return [
        '```mermaid',
        'gantt',
        '  dateFormat x',
        '  axisFormat %M:%S',
        `  section Topologies${left > 0 ? ` (the first ${shown.length} of ${topologies.length})` : ''}`,
        ...shown.flatMap(({ name, submittedAt, stoppedAt, removedAt }) => {
            const end = removedAt ?? endedAt;
            const stopped = Math.min(stoppedAt ?? end, end);
            const stopping = task(name, 'active, ', submittedAt, stopped, start);
            return stopped >= end ? [stopping] : [stopping, task('stopped', 'done, ', stopped, end, start)];
        }),
        '  section Collections',
        ...collections
            .slice(0, timeline_MOST_ROWS)
            .map(({ trigger, startedAt, endedAt: end }) => task(trigger, 'crit, ', startedAt, end, start)),
        '```',
        '',
    ].join('\n');
}

;// CONCATENATED MODULE: ./src/adapters/report/summary.js




const SLOWEST = 5;
/** The job summary in GitHub's Markdown, well under its limit of 1 MiB whatever the report holds. */
function summaryMarkdown(report, context) {
    return [
        headline(report, context),
        summary_leaks(report),
        rejections(report),
        summary_collections(report.collections),
        section('Timeline', timeline(report)),
        slowest(report.topologies),
        remarks(report.topologies),
        savedLogs(report.topologies),
        details('Thresholds in force', inputs(report)),
    ]
        .filter((part) => part !== '')
        .join('\n');
}
/** The job summary where there is no report. */
const failureMarkdown = (why, { jobStatus }) => [
    '## topo-gc: the drain failed',
    '',
    ...(jobStatus === 'cancelled' ? ['The job was cancelled.', ''] : []),
    `Nothing is known of what is left: ${escapeMarkdown(why)}.`,
    '',
].join('\n');
const section = (title, body) => (body === '' ? '' : `### ${title}\n\n${body}`);
function headline(report, { jobStatus, postMs, inPlaceBecause }) {
    const { leaks: left, unconfirmed, oneByOneMs, submissionMs } = report;
    const verdict = left.length > 0
        ? `${left.length} ${left.length === 1 ? 'leak' : 'leaks'}`
        : unconfirmed === undefined
            ? 'nothing left'
            : 'not confirmed';
    const gone = report.earlier.topologies + report.topologies.filter(({ removedAt }) => removedAt !== undefined).length;
    return [
        `## topo-gc: ${topologies(gone)} collected, ${verdict}`,
        '',
        ...(jobStatus === 'cancelled' ? ['The job was cancelled.', ''] : []),
        `**${members(report.removed)}** of ${topologies(report.earlier.topologies + report.topologies.length)} removed. ${confirmation(report)}`,
        '',
        ...(report.topologies.length === 0
            ? []
            : [
                `**Time saved: ${duration(savedMs(report, postMs))}**, an estimate: one by one, teardown would have taken ` +
                    `${duration(oneByOneMs)} at the least; the tests waited ${duration(submissionMs)} for their submissions, ` +
                    `and the post step took ${duration(postMs)}.`,
                '',
            ]),
        ...(inPlaceBecause === undefined
            ? []
            : [
                `The post step drained from the journal, as the agent did not: ${escapeMarkdown(inPlaceBecause)}.`,
                '',
            ]),
    ].join('\n');
}
function confirmation({ leaks: left, unconfirmed }) {
    if (unconfirmed !== undefined)
        return `The engine could not be asked whether anything is left: ${escapeMarkdown(unconfirmed)}.`;
    return left.length > 0
        ? 'The engine still shows what is listed below.'
        : 'The engine confirms that nothing is left.';
}
const summary_leaks = (report) => section('Leaks', report.leaks.length === 0
    ? ''
    : table(['member', 'topology', 'why'], report.leaks, ({ kind, name, topology, reason }) => [
        `${kind} ${code(name)}`,
        code(topology),
        escapeMarkdown(reason),
    ]));
const rejections = ({ rejected }) => section('Not taken from the spool', rejected.length === 0
    ? ''
    : table(['file', 'why'], rejected, ({ file, error }) => [code(file), escapeMarkdown(error)]));
function change({ before, after }) {
    const now = new Map(readings(after));
    return readings(before)
        .map(([name, value]) => `${escapeMarkdown(name)}: ${value} → ${now.get(name) ?? 'unknown'}`)
        .join('<br>');
}
const summary_collections = (records) => section('Collections', records.length === 0
    ? ''
    : table(['#', 'trigger', 'why', 'removed', 'failed', 'took', 'before → after'], records, (record) => [
        String(record.id),
        record.trigger,
        escapeMarkdown(record.reason),
        `${members(record.removed)} of ${topologies(record.topologies.length)}`,
        String(record.failed),
        duration(record.endedAt - record.startedAt),
        change(record),
    ]));
function slowest(all) {
    const timed = all
        .flatMap(({ name, members: counts, submittedAt, stoppedAt }) => stoppedAt === undefined ? [] : [{ name, counts, stopMs: stoppedAt - submittedAt }])
        .sort((a, b) => b.stopMs - a.stopMs)
        .slice(0, SLOWEST);
    if (timed.length === 0)
        return '';
    const head = ['topology', 'members', 'until all had stopped'];
    return section('Slowest to stop', table(head, timed, ({ name, counts, stopMs }) => [code(name), members(counts), duration(stopMs)]));
}
function remarks(all) {
    const list = (pick) => all.flatMap((topology) => pick(topology).map((member) => ({ member, topology: topology.name })));
    const [ignored, absent, kept] = [
        list(({ ignoredStop }) => ignoredStop),
        list((topology) => topology.absent),
        list((topology) => topology.kept),
    ];
    const part = (title, named) => {
        if (named.length === 0)
            return '';
        const cells = ({ member, topology }) => [code(member), code(topology)];
        return details(`${title} (${named.length})`, table(['member', 'topology'], named, cells));
    };
    return [
        part('Ignored their stop signal, and were killed at the end of their grace', ignored),
        part('Not there at the submission', absent),
        part('Shared, and left to others who use them', kept),
    ].join('');
}
function savedLogs(all) {
    const logs = all.flatMap((topology) => topology.logs.map((log) => ({ ...log, topology: topology.name })));
    if (logs.length === 0)
        return '';
    const head = ['container', 'topology', 'file'];
    const rows = table(head, logs, ({ container, topology, file, error }) => [
        code(container),
        code(topology),
        [file && code(file), error && escapeMarkdown(error)].filter((part) => part !== undefined).join(': '),
    ]);
    return details(`Logs of containers (${logs.length})`, rows);
}
const inputs = ({ inputs: all }) => table(['input', 'value'], Object.entries(all), ([name, value]) => [
    code(name),
    value === '' ? '' : code(value),
]);

;// CONCATENATED MODULE: external "node:http"
const external_node_http_namespaceObject = require("node:http");
;// CONCATENATED MODULE: external "node:stream"
const external_node_stream_namespaceObject = require("node:stream");
;// CONCATENATED MODULE: external "node:stream/consumers"
const consumers_namespaceObject = require("node:stream/consumers");
;// CONCATENATED MODULE: ./src/domain/lines.js
/** The lines of a text that arrives in pieces, without their ends; what follows the last end is no line. */
async function* linesOf(chunks) {
    const decoder = new TextDecoder();
    let rest = '';
    for await (const chunk of chunks) {
        const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
        rest = lines.pop() ?? '';
        yield* lines;
    }
}

;// CONCATENATED MODULE: ./src/domain/ports.js
/** What the engine said when it did not do what it was asked, in its own words. */
class ports_EngineError extends Error {
    name = 'EngineError';
    fault;
    constructor(fault, message, cause) {
        super(message, { cause });
        this.fault = fault;
    }
}
/** Why something of the host is not removed, to be read after its name and a colon. */
class HostError extends Error {
    name = 'HostError';
    fault;
    constructor(fault, message) {
        super(message);
        this.fault = fault;
    }
}

;// CONCATENATED MODULE: ./src/domain/problem.js


const PROBLEM_TYPE = 'application/problem+json';
function asTopoGcError(error) {
    if (error instanceof TopoGcError)
        return error;
    if (error instanceof EngineError)
        return new TopoGcError('engine-failed', describeError(error));
    return new TopoGcError('internal', describeError(error), { cause: error });
}
/** Any error as its problem document. */
function toProblem(error) {
    const known = asTopoGcError(error);
    return {
        type: `urn:topo-gc:error:${known.code}`,
        ...ERRORS[known.code],
        detail: describeError(known),
        code: known.code,
        errors: known.faults,
    };
}
/** The error that a problem document tells of. */
function fromProblem(problem) {
    const code = problem.code !== undefined && Object.hasOwn(errors_ERRORS, problem.code) ? problem.code : 'internal';
    return new errors_TopoGcError(code, problem.detail ?? problem.title ?? 'The agent answered with an error', {
        faults: problem.errors ?? [],
        problem,
    });
}

;// CONCATENATED MODULE: ./src/domain/drain-lines.js


/**
 * Reads a drain's answer to its report.
 * @throws TopoGcError the problem that it ended with; Error where it ended with neither
 */
async function readDrain(chunks, onProgress) {
    for await (const text of linesOf(chunks)) {
        const line = JSON.parse(text);
        if (line.type === 'report')
            return line.report;
        if (line.type === 'problem')
            throw fromProblem(line.problem);
        onProgress(line);
    }
    throw new Error('the answer ended before the report');
}

;// CONCATENATED MODULE: ./src/domain/event-lines.js

const DATA = 'data: ';
/** Reads the answer of `GET /v1/events`, server-sent events of one `data` line each, as they arrive. */
async function* readEvents(chunks) {
    for await (const line of linesOf(chunks)) {
        if (line.startsWith(DATA))
            yield JSON.parse(line.slice(DATA.length));
    }
}

;// CONCATENATED MODULE: ./src/adapters/ipc/agent-client.js








/** A client of an agent. Its errors are TopoGcErrors: the agent's own, or `agent-not-found` where none answers. */
class AgentClient {
    #socketPath;
    #agent = new external_node_http_namespaceObject.Agent({ keepAlive: true });
    constructor(socketPath) {
        this.#socketPath = socketPath;
    }
    async get(path, options = {}) {
        return this.#read(await this.#send('GET', path, options));
    }
    async post(path, options = {}) {
        return this.#read(await this.#send('POST', path, options));
    }
    async delete(path, options = {}) {
        return this.#read(await this.#send('DELETE', path, options));
    }
    /**
     * Asks for something that lasts as long as the connection does, which keeps no process alive.
     * @returns the first line of the answer, read as JSON
     */
    async hold(path, options = {}) {
        const response = await this.#send('POST', path, options);
        response.socket.unref();
        const lines = linesOf(response);
        try {
            const { value } = await lines.next();
            return JSON.parse(value ?? '');
        }
        catch (error) {
            throw this.#lost(error);
        }
    }
    /** Listens; what happens from the moment on at which it resolves is told. The signal ends the iteration with its reason. */
    async events(signal) {
        const response = await this.#send('GET', '/v1/events', {});
        if (signal !== undefined)
            (0,external_node_stream_namespaceObject.addAbortSignal)(signal, response);
        return this.#tell(response, signal);
    }
    async *#tell(response, signal) {
        try {
            yield* readEvents(response);
        }
        catch (error) {
            throw signal?.aborted ? signal.reason : this.#lost(error);
        }
    }
    /** Drains, telling of the progress. */
    async drain({ final, budgetMs, timeoutMs, onProgress, signal }) {
        const query = new URLSearchParams({
            final: String(final),
            ...(budgetMs && { budgetMs: String(budgetMs) }),
        });
        const options = timeoutMs === undefined ? {} : { timeoutMs };
        const response = await this.#send('POST', `/v1/drain?${query}`, options);
        if (signal !== undefined)
            (0,external_node_stream_namespaceObject.addAbortSignal)(signal, response);
        try {
            return await readDrain(response, onProgress);
        }
        catch (error) {
            throw error instanceof errors_TopoGcError ? error : this.#lost(error);
        }
    }
    close() {
        this.#agent.destroy();
    }
    async #read(response) {
        try {
            return (await (0,consumers_namespaceObject.json)(response));
        }
        catch (error) {
            throw this.#lost(error);
        }
    }
    /** Resolves when an answer begins that is no problem. */
    async #send(method, path, options) {
        const response = await this.#request(method, path, options);
        if ((response.statusCode ?? 500) < 400)
            return response;
        throw fromProblem((await this.#read(response)) ?? {});
    }
    #request(method, path, { body, timeoutMs }) {
        const text = body === undefined ? '' : JSON.stringify(body);
        return new Promise((resolve, reject) => {
            const request = (0,external_node_http_namespaceObject.request)({
                agent: this.#agent,
                socketPath: this.#socketPath,
                method,
                path,
                headers: {
                    host: 'topo-gc',
                    'content-type': 'application/json',
                    'content-length': Buffer.byteLength(text),
                },
                ...(timeoutMs !== undefined && { timeout: timeoutMs }),
            }, (response) => {
                request.setTimeout(0);
                resolve(response);
            });
            request.on('timeout', () => request.destroy(new Error(`no answer within ${timeoutMs} ms`)));
            request.on('error', (cause) => reject(this.#lost(cause)));
            request.end(text);
        });
    }
    #lost(cause) {
        return new errors_TopoGcError('agent-not-found', `No agent answers at ${this.#socketPath}`, { cause });
    }
}

;// CONCATENATED MODULE: external "node:child_process"
const external_node_child_process_namespaceObject = require("node:child_process");
;// CONCATENATED MODULE: ./src/adapters/process/drain-process.js



/**
 * Drains in place of an agent that is dead, from its journal, in a process of its own: whatever hangs there can be ended.
 * @throws TopoGcError what the drain ended with; Error where it ended without a word
 */
async function drainInPlace({ script, stateFolder, budgetMs, trigger, log, onProgress, signal, }) {
    const output = (0,external_node_fs_namespaceObject.openSync)(log, 'a', 0o600);
    const child = (0,external_node_child_process_namespaceObject.spawn)(process.execPath, [script, stateFolder, '--drain', String(Math.ceil(budgetMs)), '--trigger', trigger], {
        stdio: ['ignore', 'pipe', output],
        signal,
        killSignal: 'SIGKILL',
    });
    (0,external_node_fs_namespaceObject.closeSync)(output);
    const failed = new Promise((_, reject) => child.once('error', reject));
    return Promise.race([readDrain(child.stdio[1], onProgress), failed]);
}

;// CONCATENATED MODULE: external "node:timers/promises"
const promises_namespaceObject = require("node:timers/promises");
;// CONCATENATED MODULE: ./src/adapters/process/process-identity.js


const bootId = () => (0,external_node_fs_namespaceObject.readFileSync)('/proc/sys/kernel/random/boot_id', 'utf8').trim();
/** `undefined` where there is no such process, or only what a dead one leaves until its parent looks. */
function process_identity_identifyProcess(pid) {
    try {
        const stat = (0,external_node_fs_namespaceObject.readFileSync)(`/proc/${pid}/stat`, 'utf8');
        // The command's name stands in parentheses and may hold anything.
        const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        const [state, startTime] = [fields[0], fields[19]];
        if (state === 'Z' || state === 'X' || startTime === undefined)
            return undefined;
        return { pid, startTime, bootId: bootId() };
    }
    catch {
        return undefined;
    }
}
function isAlive(identity) {
    const now = process_identity_identifyProcess(identity.pid);
    return now !== undefined && now.startTime === identity.startTime && now.bootId === identity.bootId;
}
/** How long a process may take to end by itself, and how often it is looked at, in ms. */
const GRACE_MS = 500;
const LOOK_MS = 20;
/** Waits for a process to end by itself. @returns whether it did, within that many ms */
async function untilEnded(identity, ms) {
    const deadline = performance.now() + ms;
    while (isAlive(identity)) {
        if (performance.now() > deadline)
            return false;
        await (0,promises_namespaceObject.setTimeout)(LOOK_MS);
    }
    return true;
}
/** Between two looks at a process that may live long, in ms. */
const WATCH_MS = 500;
/** Resolves when a process is gone; this one may end before. */
async function untilGone(identity) {
    while (isAlive(identity))
        await sleep(WATCH_MS, undefined, { ref: false });
}
/** Ends a process by SIGTERM, and by SIGKILL where that does not do. @returns whether it was alive */
async function endProcess(identity) {
    if (!isAlive(identity))
        return false;
    for (const signal of ['SIGTERM', 'SIGKILL']) {
        if (isAlive(identity))
            process.kill(identity.pid, signal);
        if (await untilEnded(identity, GRACE_MS))
            break;
    }
    return true;
}

;// CONCATENATED MODULE: external "node:crypto"
const external_node_crypto_namespaceObject = require("node:crypto");
;// CONCATENATED MODULE: ./src/adapters/docker/engine-identity.js

/** The versions of the engine's API that this program speaks, from Docker 19.03 to 28. */
const SPOKEN = { min: '1.40', max: '1.51' };
/**
 * Who an engine is, from its answers to `/version` and `/info`.
 * @throws Error where an answer is not that of a Docker Engine.
 * @throws TopoGcError `engine-failed` where the two have no version of the API in common.
 */
function toIdentity(host, version, info) {
    const range = { min: engine_identity_text(version, 'MinAPIVersion', SPOKEN.min), max: engine_identity_text(version, 'ApiVersion') };
    const time = engine_identity_text(info, 'SystemTime');
    return {
        id: engine_identity_text(info, 'ID'),
        version: engine_identity_text(version, 'Version'),
        apiVersion: negotiate(host, range),
        host,
        dataRoot: engine_identity_text(info, 'DockerRootDir'),
        time,
        aheadMs: Date.parse(time) - Date.now(),
    };
}
function negotiate(host, theirs) {
    const version = isOlder(theirs.max, SPOKEN.max) ? theirs.max : SPOKEN.max;
    if (!isOlder(version, SPOKEN.min) && !isOlder(version, theirs.min))
        return version;
    throw new TopoGcError('engine-failed', `The engine at ${host} speaks versions ${theirs.min} to ${theirs.max} of the API, this program ${SPOKEN.min} to ${SPOKEN.max}`);
}
/** Docker 23.0, which speaks 1.42, keeps a volume's creation time; before, it moves with what is written (moby#44364). */
const engine_identity_keepsVolumeTimes = (apiVersion) => !isOlder(apiVersion, '1.42');
/** Of versions such as `1.9` and `1.41`. */
function isOlder(a, b) {
    const [aMajor = 0, aMinor = 0] = a.split('.').map(Number);
    const [bMajor = 0, bMinor = 0] = b.split('.').map(Number);
    return aMajor === bMajor ? aMinor < bMinor : aMajor < bMajor;
}
function engine_identity_text(answer, field, fallback) {
    const value = answer?.[field] ?? fallback;
    if (typeof value === 'string' && value !== '')
        return value;
    throw new Error(`its answer has no ${field}, which a Docker Engine's has`);
}

;// CONCATENATED MODULE: ./src/adapters/docker/engine-address.js

const DEFAULT_SOCKET = 'unix:///var/run/docker.sock';
/** https://docs.docker.com/reference/cli/dockerd/#daemon-socket-option */
const PLAIN_TCP_PORT = 2375;
const TAKES = 'unix://PATH or tcp://HOST:PORT';
/**
 * The addresses to try, in turn: only the one that was asked for, else where Docker's own clients would look.
 * `contextHost` is what `docker context inspect` says of the current context.
 * @throws TopoGcError `invalid-input` or `not-supported`, naming the source and its value.
 */
function engineCandidates({ dockerHost, env, contextHost, }) {
    const candidates = dockerHost
        ? [{ host: dockerHost, source: 'the input docker-host' }]
        : env.DOCKER_HOST
            ? [{ host: env.DOCKER_HOST, source: 'DOCKER_HOST' }]
            : usualAddresses(env, contextHost);
    for (const { host, source } of candidates) {
        engine_address_connectionOptions(host, source);
        if (!isUnix(host))
            refuseTls(env, host, source);
    }
    return candidates;
}
function usualAddresses(env, contextHost) {
    const runtimeDir = env.XDG_RUNTIME_DIR || `/run/user/${process.getuid?.()}`;
    return [
        ...(contextHost && contextHost !== DEFAULT_SOCKET
            ? [{ host: contextHost, source: 'the current docker context' }]
            : []),
        { host: DEFAULT_SOCKET, source: 'the default socket' },
        { host: `unix://${runtimeDir}/docker.sock`, source: 'the rootless socket' },
    ];
}
/**
 * What to give to node:http for a host.
 * @throws TopoGcError `not-supported` for `ssh://`, `invalid-input` for what is no address.
 */
function engine_address_connectionOptions(host, source = 'docker-host') {
    if (isUnix(host))
        return { socketPath: host.slice('unix://'.length) };
    const url = URL.canParse(host) ? new URL(host) : undefined;
    if (url?.protocol === 'ssh:')
        throw notSupported(source, host, 'an engine behind ssh is');
    if (url?.protocol !== 'tcp:' || url.hostname === '' || !/^\/?$/.test(url.pathname)) {
        throw new TopoGcError('invalid-input', `${source} is ${JSON.stringify(host)}, which is no address of an engine: it takes ${TAKES}`, { faults: [{ field: source, value: host, detail: `takes ${TAKES}` }] });
    }
    const name = url.hostname.replace(/^\[(.*)\]$/, '$1');
    return { host: name, port: url.port === '' ? PLAIN_TCP_PORT : Number(url.port) };
}
const isUnix = (host) => host.startsWith('unix:///');
function refuseTls(env, host, source) {
    const asked = ['DOCKER_TLS_VERIFY', 'DOCKER_CERT_PATH'].find((name) => env[name]);
    if (asked !== undefined)
        throw notSupported(source, host, `with ${asked} set, TLS would be needed, which is`);
}
const notSupported = (source, host, what) => new TopoGcError('not-supported', `${source} is ${JSON.stringify(host)}: ${what} not supported by this version yet (it takes ${TAKES}, without TLS)`, { faults: [{ field: source, value: host, detail: `takes ${TAKES}` }] });

;// CONCATENATED MODULE: ./src/adapters/docker/engine-request.js



/**
 * Asks an engine with nothing but node:http, for those who can't wait for a client library to load.
 * @throws Error whose message says, in a few words, what came instead of JSON; `code` is that of the system where there is one.
 */
async function engine_request_getJson(host, path, deadlineMs) {
    const signal = AbortSignal.timeout(deadlineMs);
    try {
        const { status, body } = await get(host, path, signal);
        if (status !== 200)
            throw new Error(`it answered ${status} to GET ${path}: ${body.trim().slice(0, 200)}`);
        return parse(body, path);
    }
    catch (error) {
        if (signal.aborted)
            throw new Error(`no answer within ${deadlineMs / 1000} s`, { cause: error });
        throw error;
    }
}
function get(host, path, signal) {
    return new Promise((resolve, reject) => {
        const options = { ...connectionOptions(host), path, signal, agent: false };
        const asked = request(options, (response) => {
            text(response).then((body) => resolve({ status: response.statusCode ?? 0, body }), reject);
        });
        asked.on('error', reject);
        asked.end();
    });
}
function parse(body, path) {
    try {
        return JSON.parse(body);
    }
    catch (cause) {
        throw new Error(`its answer to GET ${path} is no JSON`, { cause });
    }
}

;// CONCATENATED MODULE: ./src/adapters/docker/there-before.js


const DEADLINE_MS = 5000;
/**
 * What was there before the session and can't be told by its creation time: the names of volumes, where the engine does not
 * keep that time, and, where images are to be removed, the ids of all images, as one tells when it was built, not when it came.
 * @throws Error where the engine does not answer
 */
async function there_before_thereBefore(engine, removeImages) {
    const [volumes, images] = await Promise.all([
        keepsVolumeTimes(engine.apiVersion) ? [] : listVolumes(engine),
        removeImages === 'never' ? undefined : listImages(engine),
    ]);
    return { volumes, ...(images && { images }) };
}
async function listVolumes({ host }) {
    const answer = (await getJson(host, '/volumes', DEADLINE_MS));
    return (answer.Volumes ?? []).map(({ Name }) => Name);
}
async function listImages({ host }) {
    const answer = (await getJson(host, '/images/json?all=true', DEADLINE_MS));
    return answer.map(({ Id }) => Id);
}

;// CONCATENATED MODULE: external "node:fs/promises"
const external_node_fs_promises_namespaceObject = require("node:fs/promises");
;// CONCATENATED MODULE: ./src/adapters/ipc/spool-file.js



/** Makes the folder, which only its owner can enter. */
async function spool_file_makeSpool(path) {
    await mkdir(path, { mode: 0o700 });
}
/**
 * Leaves a submission in the spool: on disk, whole, and the folder's owner's, when it resolves.
 * @throws Error `ENOENT` where there is no spool any more
 */
async function spool(path, submission) {
    const name = join(path, randomUUID());
    const file = await open(`${name}.tmp`, 'wx', 0o600);
    try {
        await file.writeFile(JSON.stringify({ ...submission, submittedAt: new Date().toISOString() }));
        const owner = await stat(path);
        if (process.geteuid?.() === 0)
            await chown(`${name}.tmp`, owner.uid, owner.gid);
        await file.sync();
    }
    finally {
        await file.close();
    }
    await rename(`${name}.tmp`, `${name}.json`);
    await syncFolder(path);
}
async function syncFolder(path) {
    const folder = await open(path, 'r');
    try {
        await folder.sync();
    }
    finally {
        await folder.close();
    }
}
/** Removes what is left of the spool. */
async function removeSpool(path) {
    for (const folder of [path, `${path}.closed`])
        await (0,external_node_fs_promises_namespaceObject.rm)(folder, { recursive: true, force: true });
}

;// CONCATENATED MODULE: external "node:os"
const external_node_os_namespaceObject = require("node:os");
;// CONCATENATED MODULE: ./src/adapters/journal/state-folder.js




/** Where all agents of this user keep their state: outside the runner's temporary folder, which is emptied between jobs. */
function state_folder_stateRoot(env) {
    if (env.TOPO_GC_STATE)
        return env.TOPO_GC_STATE;
    if (env.RUNNER_TEMP && env.GITHUB_ACTIONS)
        return join(dirname(env.RUNNER_TEMP), '_topo-gc');
    return join(env.XDG_STATE_HOME || join(env.HOME || homedir(), '.local', 'state'), 'topo-gc');
}
/** The folder of one agent: its journal, and the files that say whose it is. */
class StateFolder {
    path;
    constructor(path) {
        this.path = path;
    }
    /** Makes it, readable by its owner only. */
    create() {
        (0,external_node_fs_namespaceObject.mkdirSync)(this.path, { recursive: true, mode: 0o700 });
    }
    /** The session's id, which is the folder's name. */
    get session() {
        return (0,external_node_path_namespaceObject.basename)(this.path);
    }
    get journal() {
        return (0,external_node_path_namespaceObject.join)(this.path, 'journal');
    }
    get sessionFile() {
        return this.#file('session.json');
    }
    readSession() {
        const file = JSON.parse((0,external_node_fs_namespaceObject.readFileSync)(this.sessionFile, 'utf8'));
        if (file.version !== 1)
            throw new Error(`${this.path}: session.json is of version ${file.version}, not 1`);
        return file;
    }
    writeSession(session) {
        this.#write('session.json', session);
    }
    /** `undefined` where no agent came so far. */
    readAgent() {
        try {
            return JSON.parse((0,external_node_fs_namespaceObject.readFileSync)(this.#file('agent.json'), 'utf8'));
        }
        catch {
            return undefined;
        }
    }
    writeAgent(agent) {
        this.#write('agent.json', agent);
    }
    /** Shows that the agent is alive. */
    beat() {
        const now = Date.now() / 1000;
        try {
            (0,external_node_fs_namespaceObject.utimesSync)(this.#file('agent.json'), now, now);
        }
        catch {
            // It is gone: the session is over.
        }
    }
    /** When the agent was last seen alive, to about a second, in ms since the epoch; 0 where no agent came so far. */
    get lastAlive() {
        return (0,external_node_fs_namespaceObject.statSync)(this.#file('agent.json'), { throwIfNoEntry: false })?.mtimeMs ?? 0;
    }
    remove() {
        (0,external_node_fs_namespaceObject.rmSync)(this.path, { recursive: true, force: true });
    }
    #file(name) {
        return (0,external_node_path_namespaceObject.join)(this.path, name);
    }
    /** Beside its place and renamed, so that nobody reads half of it. */
    #write(name, content) {
        const temporary = this.#file(`${name}.${(0,external_node_crypto_namespaceObject.randomUUID)()}`);
        (0,external_node_fs_namespaceObject.writeFileSync)(temporary, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
        (0,external_node_fs_namespaceObject.renameSync)(temporary, this.#file(name));
    }
}

;// CONCATENATED MODULE: ./src/adapters/process/agent-process.js



/**
 * What an agent needs of its starter's environment: JavaScript steps hold secrets in theirs. By `RUNNER_TRACKING_ID` the
 * runner ends it with the job.
 */
const LISTED = (/* unused pure expression or super */ null && (['PATH', 'HOME', 'LANG', 'TZ', 'TMPDIR', 'RUNNER_TRACKING_ID']));
/** Small heaps and few threads: an agent holds little, and its host is somebody else's. */
const NODE_OPTIONS = (/* unused pure expression or super */ null && (['--max-old-space-size=256', '--max-semi-space-size=1', '--v8-pool-size=1']));
/**
 * Starts an agent that outlives this process; resolves with its pid once it answers.
 * @throws TopoGcError `agent-failed` with the end of its log
 */
async function agent_process_startAgent({ script, args, env, log, timeoutMs }) {
    const output = openSync(log, 'a', 0o600);
    const child = spawn(process.execPath, [...NODE_OPTIONS, script, ...args], {
        detached: true,
        cwd: '/',
        stdio: ['ignore', output, output, 'ipc'],
        env: Object.fromEntries(LISTED.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]]))),
    });
    closeSync(output);
    const answer = await firstMessage(child, timeoutMs);
    if ('failed' in answer) {
        child.kill('SIGKILL');
        throw new TopoGcError('agent-failed', `The agent did not start: ${answer.failed}${endOf(log)}`);
    }
    child.disconnect();
    child.unref();
    return child.pid ?? 0;
}
function firstMessage(child, timeoutMs) {
    return new Promise((resolve) => {
        const timer = setTimeout(() => resolve({ failed: `it was not ready after ${timeoutMs} ms` }), timeoutMs);
        const settle = (message) => {
            clearTimeout(timer);
            resolve(message);
        };
        child.once('message', (message) => settle(message));
        child.once('error', (error) => settle({ failed: error.message }));
        child.once('exit', (code, signal) => settle({ failed: `it ended with ${signal ?? `status ${code}`}` }));
    });
}
/** As many lines as Node writes of an error that nobody caught, and a few before. */
const LAST_LINES = 25;
function endOf(log) {
    try {
        const lines = readFileSync(log, 'utf8').trim().split('\n').slice(-LAST_LINES).join('\n');
        return lines === '' ? '' : `\n${log} ends with:\n${lines}`;
    }
    catch {
        return '';
    }
}

;// CONCATENATED MODULE: ./src/entry/launch.js









/** `sun_path` of unix(7) less its final zero; Node answers `EINVAL` beyond. */
const LONGEST_SOCKET = 107;
const SOCKET = 'agent.sock';
/** How long an agent may take to answer, in ms. */
const READY_MS = 20_000;
/** Another bundle of this distribution. */
const bundle = (name) => (0,external_node_path_namespaceObject.join)((0,external_node_path_namespaceObject.dirname)((0,external_node_fs_namespaceObject.realpathSync)(process.argv[1] ?? '')), '..', name, 'index.js');
/**
 * Says where an agent is going to be: under `temporary`, or, where that is too deep for a socket, under `/tmp`. Nothing is
 * made yet.
 * @param isOwn whether nobody else empties `temporary`
 */
function planWorkplace(temporary, env, isOwn) {
    const session = `tgc-${randomUUID().slice(0, 13)}`;
    const wanted = join(temporary, session);
    const isTooDeep = Buffer.byteLength(join(wanted, SOCKET)) > LONGEST_SOCKET;
    const folder = isTooDeep ? join('/tmp', session) : wanted;
    return workplaceAt(folder, join(stateRoot(env), session), isOwn || isTooDeep);
}
/** What an agent's folder holds, by name. */
const filesIn = (folder) => ({
    socket: (0,external_node_path_namespaceObject.join)(folder, SOCKET),
    spool: (0,external_node_path_namespaceObject.join)(folder, 'spool'),
    commands: (0,external_node_path_namespaceObject.join)(folder, 'bin'),
    /** A link to the state folder, for those who know this one only. */
    stateLink: (0,external_node_path_namespaceObject.join)(folder, 'state'),
    log: (0,external_node_path_namespaceObject.join)(folder, 'agent.log'),
    reportJson: (0,external_node_path_namespaceObject.join)(folder, 'report.json'),
    /** Made with the first log of a container that is saved. */
    logs: (0,external_node_path_namespaceObject.join)(folder, 'logs'),
});
/** The workplace whose folders are known. */
const workplaceAt = (folder, state, isOwn) => ({
    session: (0,external_node_path_namespaceObject.basename)(state),
    folder,
    ...filesIn(folder),
    isOwn,
    state: new StateFolder(state),
});
/**
 * Makes the folders, which only their owner can enter, writes down what a successor would need, starts the agent, and
 * resolves once it answers.
 * @throws TopoGcError `agent-failed`
 */
async function launch({ workplace, engine, inputs, guarded, workspace, isOwned = false, env, }) {
    const { session, folder, socket, commands, log, state } = workplace;
    const before = await thereBefore(engine, parseSettings(inputs).removeImages);
    mkdirSync(folder, { mode: 0o700 });
    mkdirSync(commands, { mode: 0o700 });
    await makeSpool(workplace.spool);
    state.create();
    state.writeSession({
        version: 1,
        session: { id: session, startedAt: engine.time, engineId: engine.id },
        engine,
        inputs,
        guarded: { ...guarded, ...before },
        folder,
        socket,
        log,
        workspace,
        ...(isOwned && { owner: identifyProcess(process.pid) }),
    });
    symlinkSync(state.path, filesIn(folder).stateLink);
    writeCommand(commands);
    await startAgent({ script: bundle('agent'), args: [state.path], env, log, timeoutMs: READY_MS });
}
/** The command on the PATH, run by the Node that runs this: steps need none of their own. */
function writeCommand(commands) {
    const script = `#!/bin/sh\nexec ${quote(process.execPath)} ${quote(bundle('cli'))} "$@"\n`;
    writeFileSync(join(commands, 'topo-gc'), script, { mode: 0o755 });
}
const quote = (text) => `'${text.replaceAll("'", `'\\''`)}'`;
/** Removes what nobody needs any more. The log and the reports stay where a runner will empty the folder itself, or logs were saved. */
async function clearWorkplace({ state, folder, socket, commands, spool, logs, isOwn, }) {
    state.remove();
    await removeSpool(spool);
    for (const path of isOwn && !(0,external_node_fs_namespaceObject.existsSync)(logs) ? [folder] : [socket, commands])
        (0,external_node_fs_namespaceObject.rmSync)(path, { recursive: true, force: true });
}

;// CONCATENATED MODULE: ./src/entry/drain-session.js





/** How long an agent may take to begin its answer: a share of the budget, and no more than that, in ms. */
const ANSWER_SHARE = 0.2;
const MOST_ANSWER_MS = 5_000;
/** What starting and ending a process takes at the most, in ms, of which the drain itself knows nothing. */
const OVERHEAD_MS = 1_000;
/** What is kept of the budget for a drain in place, where the agent is lost in the middle of its own. */
const RESERVE_SHARE = 0.25;
const MOST_RESERVE_MS = 15_000;
/** No drain has less than that, in ms, however small the budget is. */
const drain_session_LEAST_MS = 1_000;
/**
 * The final drain of a session: by its agent, or, where that is dead or hangs, by a process in its place. Ends within the
 * budget.
 * @throws TopoGcError where neither could drain
 */
async function drainSession({ workplace, budgetMs, onProgress, onLost, }) {
    const endAt = performance.now() + budgetMs;
    const reserveMs = Math.min(MOST_RESERVE_MS, budgetMs * RESERVE_SHARE);
    /** Until `ms` before the end, in whole ms, as timers take them. */
    const remaining = (ms = 0) => Math.round(Math.max(drain_session_LEAST_MS, endAt - performance.now() - ms));
    const client = new AgentClient(workplace.socket);
    try {
        const report = await client.drain({
            final: true,
            budgetMs: remaining(reserveMs + OVERHEAD_MS),
            timeoutMs: Math.round(Math.min(MOST_ANSWER_MS, budgetMs * ANSWER_SHARE)),
            signal: AbortSignal.timeout(remaining(reserveMs)),
            onProgress,
        });
        await end(workplace);
        return { report };
    }
    catch (error) {
        if (!(error instanceof errors_TopoGcError) || error.code !== 'agent-not-found')
            throw error;
        const inPlaceBecause = errors_describeError(error);
        onLost(inPlaceBecause);
        await end(workplace, 0);
        const report = await drainInPlace({
            script: bundle('agent'),
            stateFolder: workplace.state.path,
            trigger: 'recovery',
            budgetMs: remaining(OVERHEAD_MS),
            log: workplace.log,
            signal: AbortSignal.timeout(remaining()),
            onProgress,
        });
        return { report, inPlaceBecause };
    }
    finally {
        client.close();
    }
}
/** Whoever tidies up behind an agent must not find it at work: it ends by itself after its last answer, or is ended. */
async function end({ state }, patienceMs = OVERHEAD_MS) {
    const agent = state.readAgent();
    if (agent !== undefined && !(await untilEnded(agent, patienceMs)))
        await endProcess(agent);
}

;// CONCATENATED MODULE: ./src/entry/post.js












async function post() {
    if (saved('isShared')) {
        info('The agent is shared: the post step of the use that started it drains');
        return;
    }
    const [folder, state] = [saved('folder'), saved('stateFolder')];
    if (!folder || !state) {
        info('The main step started no agent: there is nothing to drain');
        return;
    }
    const workplace = workplaceAt(folder, state, saved('isOwn') === 'true');
    const settings = settings_parseSettings(readInputs());
    try {
        const result = await drain(workplace, settings);
        await summarize(settings, (context) => summaryMarkdown(result.report, { ...context, ...lost(result) }));
        debugLog(workplace.log);
        await clearWorkplace(workplace);
        announce(result.report, settings.onLeak);
    }
    catch (cause) {
        const why = errors_describeError(cause);
        await summarize(settings, (context) => failureMarkdown(why, context));
        const message = `Nothing is known of what is left, as the drain failed: ${why}`;
        if (settings.onLeak === 'fail')
            setFailed(message);
        else
            warning(message);
    }
}
const lost = ({ inPlaceBecause }) => (inPlaceBecause === undefined ? {} : { inPlaceBecause });
async function summarize(settings, write) {
    if (!settings.summary)
        return;
    await summary.addRaw(write({ jobStatus: readJobStatus(), postMs: performance.now() })).write();
}
async function drain(workplace, { drainTimeoutMs }) {
    startGroup('Draining: waiting for what has not stopped, and removing all');
    try {
        return await drainSession({
            workplace,
            // What this process has already taken is of the same minutes.
            budgetMs: drainTimeoutMs - performance.now(),
            onProgress: (progress) => info(progressLine(progress)),
            onLost: (why) => info(`The agent is lost, draining from its journal: ${why}`),
        });
    }
    finally {
        endGroup();
    }
}
/** Whether anything is left decides how the step ends; each of it is said where people look. */
function announce(report, onLeak) {
    info(plainReport(report));
    for (const { level, title, message } of annotations(report, onLeak === 'fail' ? 'error' : 'warning'))
        (level === 'error' ? error : warning)(message, { title });
    if (onLeak === 'fail' && isLeaking(report))
        process.exitCode = ExitCode.Failure;
}
/** What the agent did, line by line, where the runner is asked for all that there is to know. */
function debugLog(path) {
    if (!isDebug())
        return;
    startGroup('Log of the agent');
    for (const line of (0,external_node_fs_namespaceObject.readFileSync)(path, 'utf8').trimEnd().split('\n'))
        core_debug(line);
    endGroup();
}
/** A process that something still holds open would use up the time of the steps behind it. */
const post_end = () => process.exit(process.exitCode ?? 0);
post()
    .catch((cause) => setFailed(errors_describeError(cause)))
    .finally(post_end);

module.exports = __webpack_exports__;
/******/ })()
;