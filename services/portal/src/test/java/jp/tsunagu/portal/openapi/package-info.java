@NullMarked
package jp.tsunagu.portal.openapi;

import org.jspecify.annotations.NullMarked;
