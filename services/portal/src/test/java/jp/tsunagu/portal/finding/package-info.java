@NullMarked
package jp.tsunagu.portal.finding;

import org.jspecify.annotations.NullMarked;
