@NullMarked
package jp.tsunagu.portal.journals;

import org.jspecify.annotations.NullMarked;
