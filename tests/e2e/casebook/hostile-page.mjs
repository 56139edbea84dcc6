/**
 * A `page.html` as no snapshot leaves it: everything in it that a browser may fetch, connect to or follow by itself.
 * @param {string} origin of a server that counts
 */
export function hostilePage(origin) {
  const at = (name) => `${origin}/${name}`;
  const inner = `<link rel=preconnect href=${at('')}><img src=${at('inner-img')}><iframe src=${at('inner-frame')}></iframe>`;
  const attribute = inner.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return `<!-- before the doctype --><!doctype html><html manifest="${at('manifest')}"><head>
<meta http-equiv="refresh" content="0; url=${at('refresh')}">
<meta http-equiv="Content-Security-Policy" content="default-src *">
<base href="${at('base/')}">
<link rel="dns-prefetch" href="//hostile.example"><link rel="preconnect" href="${at('')}">
<link rel="prefetch" href="${at('prefetch')}"><link rel="preload" as="image" href="${at('preload')}">
<link rel="modulepreload" href="${at('module')}"><link rel="stylesheet" href="${at('sheet.css')}">
<link rel="icon" href="${at('icon')}">
<style>@import url(${at('import.css')}); @font-face{font-family:f;src:url(${at('font')})}
body{background:url(${at('css-image')});font-family:f} p::after{content:url(${at('content')})}</style>
<script>fetch('${at('script')}'); new WebSocket('${at('socket').replace('http', 'ws')}'); top.location='${at('top')}'</script>
<script type="speculationrules">{"prefetch":[{"source":"list","urls":["${at('speculation')}"]}]}</script>
</head><body onload="fetch('${at('onload')}')" background="${at('background')}">
<p data-testid="hostile">hostile</p>
<div id="host"><template shadowrootmode="open"><link rel="stylesheet" href="${at('shadow.css')}"><img src="${at('shadow')}"><p>in the shadow</p></template></div>
<img src="${at('img')}" srcset="${at('srcset')} 2x" onerror="fetch('${at('onerror')}')">
<picture><source srcset="${at('source')}"><img src="x"></picture>
<svg><image href="${at('svg-image')}"/><use href="${at('use.svg')}#a"/><script>fetch('${at('svg-script')}')</script></svg>
<video src="${at('video')}" poster="${at('poster')}" autoplay><track src="${at('track')}"></video>
<audio src="${at('audio')}" autoplay></audio>
<object data="${at('object')}"></object><embed src="${at('embed')}">
<iframe src="${at('frame')}"></iframe><iframe srcdoc="${attribute}"></iframe>
<a id="link" href="${at('link')}" ping="${at('ping')}" target="_top">link</a>
<form action="${at('form')}"><input autofocus><button id="submit">submit</button></form>
<input type="image" src="${at('input')}"><table background="${at('table')}"><tr><td>x</td></tr></table>
</body></html>`;
}
