// Gives this browser its own unguessable token, once, and hands it to Python. It stays in
// localStorage and never enters an address. Two tabs that open together share one token, because
// reading and writing happen under one lock; without locks (plain HTTP) there is only one script
// at a time in a tab, and the second reading makes the later tab win for both.
const NAME = "interview-visitor-token"
const SHAPE = /^[A-Za-z0-9_-]{43}$/

function freshToken() {
  const bytes = crypto.getRandomValues(new Uint8Array(32))
  const text = btoa(String.fromCharCode(...bytes))
  return text.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")
}

function keptToken() {
  const kept = localStorage.getItem(NAME)
  if (kept && SHAPE.test(kept)) return kept
  localStorage.setItem(NAME, freshToken())
  return localStorage.getItem(NAME)
}

function underLock(work) {
  return navigator.locks ? navigator.locks.request(NAME, async () => work()) : work()
}

export default async function (component) {
  const { setStateValue } = component
  try {
    setStateValue("token", await underLock(keptToken))
  } catch (error) {
    setStateValue("token", "blocked")
  }
}
