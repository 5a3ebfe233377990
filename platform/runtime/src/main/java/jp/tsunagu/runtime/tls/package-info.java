/**
 * Whom a service believes to be another one.
 */
@NullMarked
package jp.tsunagu.runtime.tls;

import org.jspecify.annotations.NullMarked;
