@NullMarked
package jp.tsunagu.portal.session;

import org.jspecify.annotations.NullMarked;
