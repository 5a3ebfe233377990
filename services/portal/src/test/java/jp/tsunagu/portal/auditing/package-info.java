@NullMarked
package jp.tsunagu.portal.auditing;

import org.jspecify.annotations.NullMarked;
