/** Action types, and the actions that pipelines run of them. */
package dev.jobport.domain.action;
