/**
 * Auto-configuration and defaults, stated once for all services.
 */
@NullMarked
package jp.tsunagu.runtime.boot;

import org.jspecify.annotations.NullMarked;
