/**
 * The directory as every service sees it: fed by its messages, asked without leaving the process.
 */
@NullMarked
package jp.tsunagu.runtime.directory;

import org.jspecify.annotations.NullMarked;
