/** Action types, the catalogue: what their actions take, how long these may last, and where their jobs wait. */
package dev.jobport.domain.actiontype;
