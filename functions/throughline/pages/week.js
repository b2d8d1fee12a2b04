const end = document.getElementById("end"), told = new URLSearchParams({ week: end.dataset.week, reading: end.dataset.reading });
const look = new IntersectionObserver((seen) => { if (seen.some((one) => one.isIntersecting)) { look.disconnect(); navigator.sendBeacon(location.pathname, told); } });
setTimeout(() => look.observe(end), 5000);
